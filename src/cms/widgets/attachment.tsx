/** A field that names a file beside the entry: added from here, or left as it is. */
import { type DragEvent, useState } from 'react';
import { messages } from '#i18n';
import { addFile, addressOf, type WithFiles } from './files.ts';
import type { ControlProps } from './props.ts';

const words = messages('it').forms.file;

export function AttachmentControl(props: ControlProps<string> & WithFiles) {
  const { value = '', onChange, forID, classNameWrapper } = props;
  const [failed, setFailed] = useState(false);
  const add = async (given?: File) => {
    setFailed(false);
    try {
      const file = await addFile(props, given);
      if (file) onChange(file.path);
    } catch {
      setFailed(true);
    }
  };
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    void add(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file may be dropped here; the button does the same.
    <div className={`${classNameWrapper} polinet-file`} onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      {value === '' ? (
        <span>{words.none}</span>
      ) : (
        <a href={addressOf(props, value)} target="_blank" rel="noreferrer">
          {value}
        </a>
      )}
      <button id={forID} type="button" onClick={() => void add()}>
        {value === '' ? words.choose : words.change}
      </button>
      {value !== '' && (
        <button type="button" onClick={() => onChange('')}>
          {words.remove}
        </button>
      )}
      <span role="status">{failed && words.failed}</span>
    </div>
  );
}
