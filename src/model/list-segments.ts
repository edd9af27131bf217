/** The words in the addresses of lists: `/guide/tema/…`, `/guide/pagina/2/`. */
import type { Collection } from './collection.ts';
import { slug } from './slug.ts';

export const facets = ['theme', 'kind', 'participant', 'year'] as const;
/** By what a list may be narrowed. */
export type Facet = (typeof facets)[number];

/** The segment of the further pages of a list. */
export const PAGE_SEGMENT = 'pagina';

/** How a collection's facets are called in addresses. */
export const facetSegments = (collection: Pick<Collection, 'kindLabel'>): Record<Facet, string> => ({
  theme: 'tema',
  kind: slug(collection.kindLabel ?? 'Tipo'),
  participant: 'partecipante',
  year: 'anno',
});

/** First segments that no nested entry of a collection may have: they are its lists'. */
export const reservedSegments = (collection: Pick<Collection, 'kindLabel'>): ReadonlySet<string> =>
  new Set([PAGE_SEGMENT, ...Object.values(facetSegments(collection))]);
