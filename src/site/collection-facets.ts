/** By what the list of a collection can be narrowed: theme, kind, participant, year. */
import { idOf } from '#benchmark';
import type { EditionEntry } from '#content';
import type { Messages } from '#i18n';
import type { EntryLink } from '#mdx';
import { type Collection, type Facet, facetSegments, facets, slug } from '#model';
import type { FacetOf, FacetValue } from './lists.ts';

type Listed = Pick<EditionEntry, 'facets'>;

/** An entry as the value of a facet: its id within its collection. */
export const facetOfLink = ({ ref, title }: EntryLink): FacetValue => ({
  id: idOf(ref),
  label: title,
});

const valuesOf: Record<Facet, (entry: Listed) => FacetValue[]> = {
  theme: ({ facets: { themes } }) => themes.map(facetOfLink),
  participant: ({ facets: { participants } }) => participants.map(facetOfLink),
  kind: ({ facets: { kind } }) => (kind ? [{ id: slug(kind), label: kind }] : []),
  year: ({ facets: { year } }) => (year ? [{ id: slug(year), label: year }] : []),
};

/** The newest year first. */
export const newestFirst = (a: FacetValue, b: FacetValue): number => b.label.localeCompare(a.label);

/** As some labels are listed. */
const inOrderOf = (labels: readonly string[]) => (a: FacetValue, b: FacetValue) =>
  labels.indexOf(a.label) - labels.indexOf(b.label);

export function collectionFacets(
  collection: Pick<Collection, 'kindLabel' | 'kindOrder'>,
  labels: Messages['list']['facets'],
): FacetOf<Listed>[] {
  const segments = facetSegments(collection);
  return facets.map((facet) => ({
    segment: segments[facet],
    label: (facet === 'kind' && collection.kindLabel) || labels[facet],
    values: valuesOf[facet],
    ...(facet === 'year' && { order: newestFirst }),
    ...(facet === 'kind' && collection.kindOrder && { order: inOrderOf(collection.kindOrder) }),
  }));
}
