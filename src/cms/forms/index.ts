/** Decap's collections, made from the model for whoever edits. */
import { messages } from '#i18n';
import { collectionIds, collectionOf } from '#model';
import { entriesOf, partsOf } from './collection.ts';
import type { FormInput } from './input.ts';
import type { DecapCollection } from './types.ts';

export { slugSettings } from './collection.ts';
export type { FormInput, FormSource } from './input.ts';
export { OWN, withoutOwn } from './own.ts';
export type { DecapCollection, DecapField, Option } from './types.ts';

/** The `collections` of Decap's configuration, source by source, in the model's order. */
export function formsOf(input: FormInput): DecapCollection[] {
  const context = { input, words: messages(input.locale).forms };
  return input.sources.flatMap((source, at) =>
    collectionIds.flatMap((id) => {
      const collection = collectionOf(id);
      if (!collection) return [];
      return [entriesOf(collection, { source, at }, context), ...partsOf(collection, { source, at }, context)];
    }),
  );
}
