/** Lists and what each filter leaves of them: counts in words, filters, pages. */
import type { HTMLElement } from 'node-html-parser';
import { type Figure, figuresOf, linesOf, pageAt, type Site, textOf } from './pages.ts';

/** By what rows can be narrowed: its segment in addresses, and the values of a row as id and label. */
export interface Facet<Row> {
  segment: string;
  values(row: Row): [id: string, label: string][];
}

/** The rows that a filter leaves; all of them at the list's own address. */
export interface Narrowed<Row> {
  path: string;
  label: string;
  rows: Row[];
}

/** Every filter of a list that has at least two values, after the whole. */
export function narrowed<Row>(root: string, rows: Row[], facets: readonly Facet<Row>[]): Narrowed<Row>[] {
  const filters = facets.flatMap(({ segment, values }) => {
    const labels = new Map(rows.flatMap(values));
    if (labels.size < 2) return [];
    return [...labels].map(([id, label]) => ({
      path: `${root}${segment}/${id}/`,
      label,
      rows: rows.filter((row) => values(row).some(([value]) => value === id)),
    }));
  });
  return [{ path: root, label: '', rows }, ...filters];
}

/** All pages of a list, from its first. */
export function pagesFrom(site: Site, address: string): HTMLElement[] {
  const page = pageAt(site, address);
  const next = page.querySelector('a[rel=next]')?.getAttribute('href');
  return [page, ...(next ? pagesFrom(site, next) : [])];
}

export const countOf = (rows: readonly unknown[]): string => (rows.length === 1 ? '1 voce' : `${rows.length} voci`);

/** What every page of a list says of the whole and of its filters, and that no other filters have a page. */
export function listFigures<Row>(site: Site, root: string, lists: readonly Narrowed<Row>[]): Figure[] {
  const filters = lists.slice(1).map(({ path, label, rows }) => `${path} ${label} ${rows.length}`);
  const built = [...site.built.pages.keys()].filter(
    (url) =>
      lists.some(({ path }) => url === path) ||
      (url.startsWith(root) && url.split('/').length > root.split('/').length + 1),
  );
  const first = (path: string) => !path.includes('/pagina/');
  const paths = lists.map(({ path }) => path);
  return [
    ...linesOf(root, 'page of the list', built.filter(first).sort(), paths.toSorted()),
    ...lists.flatMap(({ path, rows }) => {
      const { figures, add } = figuresOf(path);
      const page = pageAt(site, path);
      add('count', textOf(page.querySelector('.listing-count'))?.split(' · ')[0], countOf(rows));
      const shown = page
        .querySelectorAll('nav.filters li a')
        .map((link) => `${link.getAttribute('href')} ${textOf(link)}`);
      return [...figures, ...linesOf(path, 'filter', shown.sort(), filters.toSorted())];
    }),
  ];
}

/** An Italian word as a segment of an address. */
export const segmentOf = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
