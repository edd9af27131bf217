/** Lists: all rows of something, or those that one facet leaves, in pages of fifty. */
import { PAGE_SEGMENT } from '#model';

/** One of the values of a row by which a list can be narrowed. */
export interface FacetValue {
  /** The last segment of the list's address. */
  id: string;
  label: string;
}

/** By what rows can be narrowed. */
export interface FacetOf<Row> {
  /** The segment before the value's in addresses: `tema`. */
  segment: string;
  label: string;
  values(row: Row): FacetValue[];
  /** The order of its values; by label where absent. */
  order?(a: FacetValue, b: FacetValue): number;
}

/** One way to narrow a list: `tema/call-center`. */
export interface Filter extends Pick<FacetOf<never>, 'segment'> {
  /** What the facet is called. */
  group: string;
  /** The segments of its address, without slashes at the ends. */
  path: string;
  /** Which of the facet's values it is. */
  value: string;
  label: string;
  /** How many rows it leaves. */
  count: number;
}

/** The rows that one filter leaves, or all of them. */
export interface Narrowing<Row> {
  /** The segments after the list's own, empty for the whole list. */
  path: string;
  current?: Filter | undefined;
  filters: Filter[];
  rows: readonly Row[];
}

/** One page of a list. */
export interface ListPage<Row> extends Narrowing<Row> {
  total: number;
  page: number;
  pages: number;
}

const PER_PAGE = 50;
const byLabel = (a: FacetValue, b: FacetValue) => a.label.localeCompare(b.label, 'it');

/** The whole list, and what each filter leaves of it. A facet of one value filters nothing. */
export function narrowings<Row>(rows: readonly Row[], facets: readonly FacetOf<NoInfer<Row>>[]): Narrowing<Row>[] {
  const found = facets.flatMap(({ segment, label: group, values, order = byLabel }) => {
    const byValue = new Map<string, { value: FacetValue; rows: Row[] }>();
    for (const row of rows)
      for (const value of values(row)) {
        const known = byValue.get(value.id) ?? { value, rows: [] };
        known.rows.push(row);
        byValue.set(value.id, known);
      }
    if (byValue.size < 2) return [];
    return [...byValue.values()]
      .sort((a, b) => order(a.value, b.value))
      .map(({ value: { id, label }, rows: left }) => {
        const filter: Filter = { segment, group, path: `${segment}/${id}`, value: id, label, count: left.length };
        return { filter, rows: left };
      });
  });
  const filters = found.map(({ filter }) => filter);
  return [
    { path: '', filters, rows },
    ...found.map(({ filter, rows: left }) => ({ path: filter.path, current: filter, filters, rows: left })),
  ];
}

/**
 * Every page of a list: the whole, and each filter, fifty rows a page.
 *
 * @param rows in the order in which they are listed
 */
export const listPages = <Row>(rows: readonly Row[], facets: readonly FacetOf<NoInfer<Row>>[]): ListPage<Row>[] =>
  narrowings(rows, facets).flatMap((narrowing) => {
    const pages = Math.max(1, Math.ceil(narrowing.rows.length / PER_PAGE));
    return Array.from({ length: pages }, (_, index) => ({
      ...narrowing,
      rows: narrowing.rows.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
      total: narrowing.rows.length,
      page: index + 1,
      pages,
    }));
  });

/** The address of one page of a list, under the list's own. */
export const pagePath = (path: string, page: number): string =>
  [path, ...(page > 1 ? [`${PAGE_SEGMENT}/${page}`] : [])].filter(Boolean).join('/');
