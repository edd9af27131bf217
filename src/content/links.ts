/** How one edition names an entry: as a link, or as the neutral line where it may not be known. */
import type { EntryLink, Link } from '#mdx';
import { type EditionId, editions } from '#model';
import type { Entry } from './entries.ts';
import { accessOf, collectionOfEntry, type Graph, isDraft, isVisible, urlOf, wholeOf } from './graph.ts';

/** An address of the site with an edition's prefix. */
export const withBase = (url: string, edition: EditionId): string => editions[edition].base + url.replace(/^\//, '');

/** What a list says of an entry: a part is described as part of its whole. */
export function listingOf(entry: Entry) {
  const collection = collectionOfEntry(entry);
  return entry.part && collection.part
    ? collection.part.listing(entry.data as never, entry.id)
    : collection.listing(entry.data as never, entry.id);
}

/** A link to an entry that the edition shows. */
export function visibleLink(graph: Graph, entry: Entry, edition: EditionId): EntryLink {
  const { order: _, draft: __, ...listing } = listingOf(entry);
  return {
    ref: entry.ref,
    collection: entry.collection,
    url: withBase(urlOf(entry), edition),
    ...listing,
    ...(entry.part && { part: true, kind: listingOf(wholeOf(graph, entry)).title }),
    ...(isDraft(graph, entry) && { draft: true }),
    ...(accessOf(graph, entry) === 'participants' && { limited: true }),
    ...((entry.source.settings.demo || wholeOf(graph, entry).source.settings.demo) && { demo: true }),
  };
}

/** A link to any entry. */
export const linkTo = (graph: Graph, entry: Entry, edition: EditionId): Link =>
  isVisible(graph, entry, edition) ? visibleLink(graph, entry, edition) : { restricted: true };
