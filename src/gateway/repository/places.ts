/** Which files of a repository editors may read and write: by the model, looked up and never built. */
import { posix, resolve } from 'node:path';
import { attachmentTypes, type Diagnostic } from '#content';
import { type CollectionId, collectionNamed, collectionOf, collections, type EditorEntry, sourceNamed } from '#model';
import type { EditableSource } from './repository.ts';

/** A file that editing has business with. */
export interface FilePlace {
  /** From the root of the repository. */
  path: string;
  source: EditableSource;
  collection: CollectionId;
  /** The id of the entry whose own file it is; absent for a file beside one. */
  id?: string;
}

/** What an entry's file and its folders may be called (rule `file-name`). */
const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;
/** What a file beside an entry may be called. */
const FILE_NAME = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ._()’'+,-]{0,149}$/u;
/** A chapter's file lies in its manual's folder, files in a folder beside it. */
const DEEPEST = 4;
/** In bytes; file systems take 255. */
const LONGEST_NAME = 200;
const TYPES = new Set(attachmentTypes);

/** True for a folder of a collection, or one in it. */
export function isFolderIn(sources: readonly EditableSource[], folder: string): boolean {
  const source = sources.find(({ prefix }) => folder.startsWith(prefix));
  const [collection = '', ...names] = folder.slice(source?.prefix.length).split('/');
  return source !== undefined && collectionOf(collection) !== undefined && names.every((name) => NAME.test(name));
}

/** The place of a path; nothing where editing has no business with it. */
export function placeIn(sources: readonly EditableSource[], path: string): FilePlace | undefined {
  const source = sources.find(({ prefix }) => path.startsWith(prefix));
  if (!source || path !== path.normalize('NFC')) return undefined;
  const [folder = '', ...segments] = path.slice(source.prefix.length).split('/');
  const collection = collectionOf(folder);
  const file = segments.at(-1) ?? '';
  if (!collection || segments.length > DEEPEST || !segments.slice(0, -1).every((name) => NAME.test(name)))
    return undefined;
  const extension = posix.extname(file);
  const place = { path, source, collection: collection.id as CollectionId };
  if (extension === `.${collection.format}`) {
    const id = segments.join('/').slice(0, -extension.length);
    return NAME.test(posix.basename(id)) && id !== 'index' ? { ...place, id: id.replace(/\/index$/, '') } : undefined;
  }
  const isFile = FILE_NAME.test(file) && Buffer.byteLength(file) <= LONGEST_NAME;
  return isFile && TYPES.has(extension.toLowerCase()) ? place : undefined;
}

/** The folder that the files of an entry lie in, with a slash at its end: that of its `index`, or the one of its name. */
export function folderBeside(entry: string): string {
  const { dir, name } = posix.parse(entry);
  return name === 'index' ? `${dir}/` : `${dir}/${name}/`;
}

/** True for a file that lies in an entry's own folder. */
export const isBeside = ({ path }: FilePlace, file: string): boolean => file.startsWith(folderBeside(path));

/** The file of an entry that the editor names; nothing where there is no such collection or source. */
export function entryFile(sources: readonly EditableSource[], { collection, slug }: EditorEntry): string | undefined {
  const id = collectionNamed(collection);
  const source = sources[sourceNamed(collection)];
  return id && source && `${source.prefix}${id}/${slug}.${collections[id].format}`;
}

/** The file that a problem is in, from the root of the repository; nothing where it is not one that is edited here. */
export function fileOfProblem(sources: readonly EditableSource[], problem: Diagnostic): string | undefined {
  const source = sources.find(({ folder }) => folder === resolve(problem.source));
  return source && `${source.prefix}${problem.file}`;
}
