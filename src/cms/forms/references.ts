/** Fields that name other entries. */
import { type CollectionId, collectionIds, collectionOf, type Field, titleField } from '#model';
import { type Context, namesOf } from './input.ts';
import type { DecapWidget } from './types.ts';

/** What can be tried in a municipality, as the rule `practice-ready` has it: not their chapters. */
export const PRACTICES: readonly CollectionId[] = ['guides', 'manuals', 'tools'];
/** As many entries as a list to pick from may show at once. */
const MOST = 500;

/**
 * The widget of a reference.
 *
 * Decap's own `relation` fits where an entry's path is its id and one collection holds all there is to pick from:
 * elsewhere it would store `ID/index`, or drop the ids that it does not find.
 */
export function referenceWidget({ name, reference, list }: Field, { input }: Context): DecapWidget {
  const multiple = list;
  if (reference === undefined || reference === 'any')
    return { widget: 'polinet-reference', collections: targetsOf(name, input), value: 'collection/id', multiple };
  const target = reference as CollectionId;
  const collections = namesOf(input, target);
  const [collection = target] = collections;
  if (collections.length > 1 || collectionOf(target)?.format === 'mdx')
    return { widget: 'polinet-reference', collections, value: 'id', multiple };
  const title = titleField(target);
  return {
    widget: 'relation',
    collection,
    value_field: '{{slug}}',
    search_fields: [title],
    display_fields: [title],
    options_length: MOST,
    multiple,
  };
}

/** What a reference to any collection may name: entries with an address of their own. */
const targetsOf = (name: string, input: Context['input']): string[] =>
  name === 'practice'
    ? PRACTICES.flatMap((id) => namesOf(input, id))
    : collectionIds.filter((id) => collectionOf(id)?.pages !== 'none').flatMap((id) => namesOf(input, id, true));
