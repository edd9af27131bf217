/** What forms are made for, and by which names they find entries to pick from. */
import type { Messages } from '#i18n';
import { type CollectionId, collectionOf, type Editor, editorCollection } from '#model';

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

/** Every name that a collection's entries, and its parts where asked for, are found under. */
export const namesOf = ({ sources }: FormInput, collection: CollectionId, parts = false): string[] =>
  sources.flatMap((_, at) => [
    editorCollection(collection, at),
    ...(parts && collectionOf(collection)?.part ? [editorCollection(collection, at, true)] : []),
  ]);
