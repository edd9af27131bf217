/** The text of an entry, in the MDX editor. */
import { knownEntries } from '../backend/entries.ts';
import { fileUrl } from '../backend/gateway-api.ts';
import { chosenFile } from '../mdx-editor/files.ts';
import { MdxControl, type PickFile } from '../mdx-editor/index.ts';
import { keptBlocks } from '../text/index.ts';
import type { ControlProps } from './props.ts';

interface TextProps extends ControlProps<string> {
  entry: { get(name: string): unknown };
  /** Adds a file to the entry; it is sent with the next save. */
  onPersistMedia(file: File, options: { field: unknown }): Promise<unknown>;
}

/** The folder that an entry's files lie in, as its text names it, and from the repository's root. */
function foldersOf({ entry }: TextProps): { cited: string; absolute: string } {
  const path = String(entry.get('path') ?? '');
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*)\.\w+$/.exec(path) ?? [];
  // An entry in a file of its own has its files in a folder of its name.
  const cited = path === '' || name === 'index' ? '' : `${name}/`;
  return { cited, absolute: folder };
}

export function TextControl(props: TextProps) {
  const added = new Map<string, string>();
  const { cited, absolute } = foldersOf(props);
  const pickFile: PickFile = async (given) => {
    const chosen = await chosenFile(given);
    if (!chosen) return undefined;
    const file = new File([chosen.file], chosen.path, { type: chosen.file.type });
    await props.onPersistMedia(file, { field: props.field });
    added.set(cited + chosen.path, URL.createObjectURL(file));
    return { path: cited + chosen.path };
  };
  const draft = { collection: String(props.entry.get('collection')), slug: String(props.entry.get('slug')) };
  return (
    <MdxControl
      value={props.value}
      onChange={props.onChange}
      classNameWrapper={props.classNameWrapper}
      loadEntries={knownEntries}
      pickFile={pickFile}
      previewFile={(path) => Promise.resolve(added.get(path) ?? fileUrl(`${absolute}${path}`, draft))}
      keep={keptBlocks}
    />
  );
}
