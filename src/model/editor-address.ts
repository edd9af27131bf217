/** Where the editor shows things: how its collections and entries are called, from the files that hold them. */
import { type CollectionId, collectionIds, collections, isPart } from './registry.ts';

const PART = '-part';

/** The name of a collection of the source at some place in the order; of its parts (chapters), where asked for. */
export const editorCollection = (collection: CollectionId, source: number, part = false): string =>
  `${collection}${part ? PART : ''}${source === 0 ? '' : `-${source + 1}`}`;

/** The collection that one of the editor's shows, by its name. */
export const collectionNamed = (name: string): CollectionId | undefined =>
  collectionIds.find((id) => id === name.replace(/-\d+$/, '').replace(PART, ''));

/** True for the name of a collection of parts. */
export const isPartName = (name: string): boolean => name.replace(/-\d+$/, '').endsWith(PART);

/** The place of a collection's source in the order of sources, by the collection's name in the editor. */
export const sourceNamed = (name: string): number => Number(/-(\d+)$/.exec(name)?.[1] ?? 1) - 1;

/** The id of an entry by what the editor calls it: its path without extension. */
export const idOf = (slug: string): string => slug.replace(/\/index$/, '');

/** An entry as the editor names it. */
export interface EditorEntry {
  /** The name of one of the editor's collections. */
  collection: string;
  /** The path of the entry's file in the collection's folder, without extension. */
  slug: string;
}

/** What the editor calls the entry of a file. @param path in the collection's folder */
export function editorEntry(collection: CollectionId, source: number, path: string): EditorEntry {
  const slug = path.replace(/\.[^./]+$/, '');
  return { collection: editorCollection(collection, source, isPart(collections[collection], idOf(slug))), slug };
}

/** The address at which the editor opens an entry. */
export const editorAddress = ({ collection, slug }: EditorEntry): string =>
  `/admin/#/collections/${collection}/entries/${slug}`;
