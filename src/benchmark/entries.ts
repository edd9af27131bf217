/** What all parts of the cycle ask of an edition's entries. */
import type { Edition, EditionEntry } from '#content';
import type { Link } from '#mdx';
import type { CollectionId } from '#model';

/** What may be tried. */
export const practices: readonly CollectionId[] = ['guides', 'manuals', 'tools'];

/** The entries of a collection, in no order. */
export const entriesOf = <Id extends CollectionId>({ entries }: Pick<Edition, 'entries'>, id: Id): EditionEntry<Id>[] =>
  entries.filter((entry): entry is EditionEntry<Id> => entry.collection === id);

/** True where a link leads to the entry of a reference. */
export const leadsTo = (link: Link | undefined, ref: string): boolean =>
  link !== undefined && !link.restricted && link.ref === ref;

/** An id without its collection. */
export const idOf = (ref: string): string => ref.slice(ref.indexOf('/') + 1);
