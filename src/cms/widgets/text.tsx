/** The text of an entry, in the MDX editor. */
import { knownEntries } from '../backend/entries.ts';
import { MdxControl } from '../mdx-editor/index.ts';
import { keptBlocks } from '../text/index.ts';
import { addFile, addressOf, type WithFiles } from './files.ts';
import type { ControlProps } from './props.ts';

export function TextControl(props: ControlProps<string> & WithFiles) {
  return (
    <MdxControl
      value={props.value}
      onChange={props.onChange}
      classNameWrapper={props.classNameWrapper}
      loadEntries={knownEntries}
      pickFile={(given) => addFile(props, given)}
      previewFile={(path) => Promise.resolve(addressOf(props, path))}
      keep={keptBlocks}
    />
  );
}
