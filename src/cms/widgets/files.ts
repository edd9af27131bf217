/** Files that are added to an entry from its form: kept by Decap until the entry is saved. */
import { fileUrl } from '../backend/gateway-api.ts';
import { chosenFile } from '../mdx-editor/files.ts';
import { nameOf } from '../paths.ts';

/** An entry of Decap's store. */
export interface EntryMap {
  get(name: string): unknown;
  toJS(): { mediaFiles?: { path: string; displayURL?: unknown }[] };
}

/** What Decap gives a control that adds files. */
export interface WithFiles {
  entry: EntryMap;
  /** The entry as it is now: `entry` is as old as the control. */
  getEntry?(): EntryMap;
  /** Adds a file to the entry; it is sent with the next save. */
  onPersistMedia(file: File, options: object): Promise<unknown>;
}

/** What files were added to an entry, and can be looked at: addresses by path, until the page is left. */
const added = new Map<string, string>();

const entryOf = ({ entry, getEntry }: WithFiles): EntryMap => getEntry?.() ?? entry;

/** The folder that an entry's files lie in, as its text names it, and from the repository's root. */
function foldersOf(entry: EntryMap): { cited: string; absolute: string } {
  const path = String(entry.get('path') ?? '');
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*)\.\w+$/.exec(path) ?? [];
  // An entry in a file of its own has its files in a folder of its name.
  const cited = path === '' || name === 'index' ? '' : `${name}/`;
  return { cited, absolute: folder };
}

/** A name that no file of the entry has: one that is there is never written over. */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const dot = wanted.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [wanted.slice(0, dot), wanted.slice(dot)] : [wanted, ''];
  for (let at = 1; ; at++) {
    const name = at === 1 ? wanted : `${stem}-${at}${ending}`;
    if (!taken.has(name)) return name;
  }
}

/**
 * Adds a file to an entry; asks for one where none is given.
 *
 * @returns its path as the entry cites it, or nothing where none was chosen
 */
export async function addFile(props: WithFiles, given?: File): Promise<{ path: string } | undefined> {
  const chosen = await chosenFile(given);
  if (!chosen) return undefined;
  const entry = entryOf(props);
  const { mediaFiles = [] } = entry.toJS();
  const { cited, absolute } = foldersOf(entry);
  const name = freeName(chosen.path, new Set(mediaFiles.map(({ path }) => nameOf(path))));
  const file = new File([chosen.file], name, { type: chosen.file.type });
  await props.onPersistMedia(file, {});
  added.set(`${absolute}${cited}${name}`, URL.createObjectURL(file));
  return { path: cited + name };
}

/** Where a file that an entry cites can be looked at. */
export function addressOf(props: WithFiles, path: string): string {
  const entry = entryOf(props);
  const file = `${foldersOf(entry).absolute}${path}`;
  const draft = { collection: String(entry.get('collection')), slug: String(entry.get('slug')) };
  // What came with the entry is shown as it came: a forge's drafts are not the gateway's.
  const came = entry.toJS().mediaFiles?.find(({ path }) => path === file)?.displayURL;
  return added.get(file) ?? (typeof came === 'string' ? came : fileUrl(file, draft));
}
