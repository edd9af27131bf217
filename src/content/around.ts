/** What stands around an entry in one edition: who cites it, and which come before and after it. */
import type { EntryLink } from '#mdx';
import { compareDates, type EditionId } from '#model';
import type { Entry } from './entries.ts';
import { type Edge, type Graph, isOf, isVisible } from './graph.ts';
import { listingOf, visibleLink } from './links.ts';

/** Who cites an entry, and in which of its fields (`body` for its text). */
export interface Backlink {
  field: string;
  link: EntryLink;
}

/** The backlinks of every entry, from entries that the edition shows, each citing entry once a field. */
export function edgesTo(graph: Graph, edition: EditionId): Map<Entry, Backlink[]> {
  const grouped = new Map<Entry, Map<string, Backlink>>();
  const add = ({ from, to, path }: Edge) => {
    const field = String(path[0]);
    // Measurements are shown by the series, and so is whose they are: as much of it as the edition may show.
    if (from === to || isOf(from, 'measurements')) return;
    if (!isVisible(graph, from, edition) || !isVisible(graph, to, edition)) return;
    const known = grouped.get(to) ?? new Map<string, Backlink>();
    grouped.set(to, known.set(`${field} ${from.ref}`, { field, link: visibleLink(graph, from, edition) }));
  };
  graph.edges.forEach(add);
  return new Map([...grouped].map(([to, links]) => [to, [...links.values()]]));
}

/** What comes before and after each entry that has an order. */
export type Order = Map<Entry, { previous?: Entry | undefined; next?: Entry | undefined }>;

/** Previous and next, where order exists: chapters within their manual, minutes by date. */
export function neighbours(shown: readonly Entry[]): Order {
  const order: Order = new Map();
  const chain = (entries: Entry[]) =>
    entries.forEach((entry, index) => {
      order.set(entry, { previous: entries[index - 1], next: entries[index + 1] });
    });
  chain(shown.filter((entry) => isOf(entry, 'minutes')).sort((a, b) => compareDates(a.data.date, b.data.date)));
  const chapters = Map.groupBy(
    shown.filter(({ part }) => part),
    ({ collection, id }) => `${collection}/${id.split('/')[0]}`,
  );
  for (const parts of chapters.values())
    chain(parts.sort((a, b) => (listingOf(a).order ?? 0) - (listingOf(b).order ?? 0)));
  return order;
}
