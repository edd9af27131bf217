/** Lists of a collection: all of it, or narrowed by one facet, in pages of fifty. */
import type { EditionEntry } from '#content';
import type { EntryLink } from '#mdx';
import { type Facet, facetSegments, facets, PAGE_SEGMENT, slug } from '#model';

/** One way to narrow a list: `tema/call-center`. */
export interface Filter {
  facet: Facet;
  /** The segments of its address, without slashes at the ends. */
  path: string;
  label: string;
  count: number;
}

type Segments = Record<Facet, string>;
const PER_PAGE = 50;

/** What a list's page shows. */
export interface ListPage {
  /** The segments after the collection's own, empty for the whole list. */
  path: string;
  current?: Filter | undefined;
  filters: Filter[];
  rows: Row[];
  total: number;
  page: number;
  pages: number;
}

export interface Row {
  link: EntryLink;
  themes: EntryLink[];
}

type Listed = Pick<EditionEntry, 'link' | 'facets'>;

const valuesOf = ({ facets: found }: Listed, facet: Facet): { id: string; label: string }[] => {
  if (facet === 'theme' || facet === 'participant') {
    const links = facet === 'theme' ? found.themes : found.participants;
    return links.map(({ ref, title }) => ({ id: ref.slice(ref.indexOf('/') + 1), label: title }));
  }
  const value = facet === 'kind' ? found.kind : found.year;
  return value ? [{ id: slug(value), label: value }] : [];
};

/** Every filter that the entries allow, each with how many entries it leaves; a facet of one value filters nothing. */
function filtersOf(entries: readonly Listed[], segments: Segments): Filter[] {
  return facets.flatMap((facet) => {
    const found = new Map<string, Filter>();
    for (const { id, label } of entries.flatMap((entry) => valuesOf(entry, facet))) {
      const path = `${segments[facet]}/${id}`;
      const known = found.get(path);
      if (known) known.count++;
      else found.set(path, { facet, path, label, count: 1 });
    }
    const sorted = [...found.values()].sort((a, b) =>
      facet === 'year' ? b.label.localeCompare(a.label) : a.label.localeCompare(b.label, 'it'),
    );
    return sorted.length > 1 ? sorted : [];
  });
}

/**
 * Every page of a collection's list: the whole, and each filter, fifty rows a page.
 *
 * @param entries in the order in which they are listed
 */
export function listPages(entries: readonly Listed[], collection: { kindLabel?: string | undefined } = {}): ListPage[] {
  const segments = facetSegments(collection);
  const filters = filtersOf(entries, segments);
  const narrowed = new Map<string, Listed[]>();
  for (const entry of entries) {
    for (const facet of facets) {
      for (const { id } of valuesOf(entry, facet)) {
        const path = `${segments[facet]}/${id}`;
        narrowed.set(path, [...(narrowed.get(path) ?? []), entry]);
      }
    }
  }
  return [
    ...paged('', undefined, entries, filters),
    ...filters.flatMap((filter) => paged(filter.path, filter, narrowed.get(filter.path) ?? [], filters)),
  ];
}

function paged(path: string, current: Filter | undefined, entries: readonly Listed[], filters: Filter[]): ListPage[] {
  const pages = Math.max(1, Math.ceil(entries.length / PER_PAGE));
  return Array.from({ length: pages }, (_, index) => ({
    path,
    current,
    filters,
    rows: entries
      .slice(index * PER_PAGE, (index + 1) * PER_PAGE)
      .map(({ link, facets: { themes } }) => ({ link, themes })),
    total: entries.length,
    page: index + 1,
    pages,
  }));
}

/** The address of one page of a list, under the list's own. */
export const pagePath = (path: string, page: number): string =>
  [path, ...(page > 1 ? [`${PAGE_SEGMENT}/${page}`] : [])].filter(Boolean).join('/');
