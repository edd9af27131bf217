/** The address of an entry's page: shown, and given anew by the coordinator, with all that names the entry. */
import { useId, useRef, useState } from 'react';
import { messages } from '#i18n';
import { collectionNamed, collectionOf, entryUrl, idOf } from '#model';
import { act, GatewayError } from '../backend/gateway-api.ts';
import type { EntryMap } from './files.ts';
import { type ControlProps, optionOf } from './props.ts';

const words = messages('it').forms.address;

type Props = ControlProps<unknown> & { entry: EntryMap };

const textOf = (entry: EntryMap, name: string) => String(entry.get(name) ?? '');

export function AddressControl(props: Props) {
  const { entry, forID, classNameWrapper } = props;
  const collection = collectionNamed(textOf(entry, 'collection'));
  const id = idOf(textOf(entry, 'slug'));
  const found = collection && collectionOf(collection);
  const [isOpen, setOpen] = useState(false);
  const mayRename = optionOf<boolean>(props as never, 'mayRename') === true;
  if (!found || entry.get('newRecord') === true)
    return (
      <output id={forID} className={classNameWrapper}>
        {words.later}
      </output>
    );
  return (
    <div className={`${classNameWrapper} polinet-file`}>
      <output id={forID}>{entryUrl(found, id)}</output>
      {mayRename && !isOpen && (
        <button type="button" onClick={() => setOpen(true)}>
          {words.change}
        </button>
      )}
      {isOpen && <Renaming entry={entry} id={id} onClose={() => setOpen(false)} />}
    </div>
  );
}

/** Asks for the new name, and shows the entry at its new address. */
function Renaming({ entry, id, onClose }: { entry: EntryMap; id: string; onClose(): void }) {
  const field = useId();
  const before = id.slice(0, id.lastIndexOf('/') + 1);
  const name = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState('');
  const [isBusy, setBusy] = useState(false);
  const rename = async () => {
    setBusy(true);
    setFault('');
    try {
      const { editor } = await act<{ editor: string }>('renameEntry', {
        path: textOf(entry, 'path'),
        to: before + (name.current?.value ?? '').trim(),
      });
      location.assign(editor);
      location.reload();
    } catch (error) {
      setFault(faultOf(error));
      setBusy(false);
    }
  };
  return (
    <div className="polinet-renaming">
      <label htmlFor={field}>{words.name}</label>
      <input
        ref={name}
        id={field}
        defaultValue={id.slice(before.length)}
        aria-describedby={`${field}-help`}
        aria-invalid={fault !== '' || undefined}
      />
      <p id={`${field}-help`}>{words.help}</p>
      <p role="alert">{fault}</p>
      <button type="button" disabled={isBusy} onClick={() => void rename()}>
        {isBusy ? words.busy : words.confirm}
      </button>
      <button type="button" onClick={onClose}>
        {words.cancel}
      </button>
    </div>
  );
}

/** Why it was not done, with the first thing that stands in the way. */
function faultOf(error: unknown): string {
  if (!(error instanceof GatewayError)) return String(error);
  if (error.status === 400) return words.form;
  const [first] =
    (error.detail.diagnostics as { file: string; severity: string; message: string }[] | undefined)?.filter(
      ({ severity }) => severity === 'error',
    ) ?? [];
  return first ? `${error.message} ${first.file}: ${first.message}` : error.message;
}
