/** What forms are made for, and how Decap's collections are called. */
import type { Messages } from '#i18n';
import { type CollectionId, collectionIds, collectionOf, type Editor } from '#model';

/** A source that the editor shows. */
export interface FormSource {
  /** Its folder from the root of the repository, without a slash at its end; empty where it is the root. */
  path: string;
  label: string;
  access?: 'public' | 'participants';
}

export interface FormInput extends Editor {
  sources: readonly FormSource[];
  locale: string;
  /** An ISO day that new entries are dated by; their dates are left open without it. */
  today?: string;
}

/** What every form of a configuration is made with. */
export interface Context {
  input: FormInput;
  words: Messages['forms'];
}

const PART = '-part';

/** The name of a collection of the source at some place in the order; of its parts (chapters), where asked for. */
export const nameOf = (collection: CollectionId, source: number, part = false): string =>
  `${collection}${part ? PART : ''}${source === 0 ? '' : `-${source + 1}`}`;

/** The model's collection that one of Decap's shows, by its name. */
export const collectionNamed = (name: string): CollectionId | undefined =>
  collectionIds.find((id) => id === name.replace(/-\d+$/, '').replace(PART, ''));

/** True for the name of a collection of parts. */
export const isPartName = (name: string): boolean => name.replace(/-\d+$/, '').endsWith(PART);

/** The id of an entry by what Decap calls it: its path without extension. */
export const idOf = (slug: string): string => slug.replace(/\/index$/, '');

/** Every name that a collection's entries, and its parts where asked for, are found under. */
export const namesOf = ({ sources }: FormInput, collection: CollectionId, parts = false): string[] =>
  sources.flatMap((_, at) => [
    nameOf(collection, at),
    ...(parts && collectionOf(collection)?.part ? [nameOf(collection, at, true)] : []),
  ]);
