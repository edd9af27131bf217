/** The graph: entries by reference and address, who may see them, who cites whom. */

import type { EditionId } from '#model';
import { type Collection, collectionIds, collectionOf, entryUrl, type Fields, isPart } from '#model';
import type { Entry } from './entries.ts';

/** A decision or commitment, with the minutes it is in. */
export interface GraphItem {
  kind: 'decisions' | 'actions';
  index: number;
  minutes: Entry<'minutes'>;
}

/** `from` cites `to`, in a field (by its path) or in its `body`. */
export interface Edge {
  from: Entry;
  to: Entry;
  path: readonly PropertyKey[];
}

export interface Graph {
  entries: readonly Entry[];
  byRef: ReadonlyMap<string, Entry>;
  /** Entries by address without edition prefix, ending in `/`; those with a page of their own. */
  byUrl: ReadonlyMap<string, Entry>;
  items: ReadonlyMap<string, GraphItem>;
  /** Filled while references are resolved. */
  edges: Edge[];
}

/** The collection of an entry. */
export const collectionOfEntry = (entry: Entry): Collection => collectionOf(entry.collection) as Collection;

/** The entry is of that collection, and no part: its fields are that collection's. */
export const isOf = <Id extends Entry['collection']>(entry: Entry, id: Id): entry is Entry<Id> =>
  entry.collection === id && !entry.part;

/** Pages of the site that are no entries; lists of collections come on top. */
const FIXED = ['/', '/cerca/', '/accesso/', '/impegni/', '/decisioni/', '/prossimo-incontro/', '/calendari/', '/dati/'];

/** Addresses that the site itself takes. */
export const fixedUrls: ReadonlySet<string> = new Set([
  ...FIXED,
  ...collectionIds.flatMap((id) => {
    const collection = collectionOf(id);
    return collection?.listed ? [`/${collection.route}/`] : [];
  }),
]);

/** Where an entry is read, without edition prefix: its page, or its place in another's. */
export function urlOf(entry: Entry): string {
  const collection = collectionOfEntry(entry);
  if (isOf(entry, 'measurements')) return `/${collection.route}/${entry.data.indicator}/#${entry.data.period}`;
  return entryUrl(collection, entry.id);
}

export const hasPage = (entry: Entry): boolean => collectionOfEntry(entry).pages === 'entry';

/** Indexes entries; their references are resolved afterwards. */
export function buildGraph(entries: readonly Entry[]): Graph {
  const items = new Map<string, GraphItem>();
  for (const minutes of entries) {
    if (!isOf(minutes, 'minutes')) continue;
    for (const kind of ['decisions', 'actions'] as const) {
      minutes.data[kind]?.forEach((item, index) => {
        if (!items.has(item.id)) items.set(item.id, { kind, index, minutes });
      });
    }
  }
  return {
    entries,
    byRef: new Map(entries.map((entry) => [entry.ref, entry])),
    byUrl: new Map(entries.filter(hasPage).map((entry) => [urlOf(entry), entry])),
    items,
    edges: [],
  };
}

/** The entry a part belongs to; an entry that is no part belongs to itself. */
export function wholeOf(graph: Graph, entry: Entry): Entry {
  if (!isPart(collectionOfEntry(entry), entry.id)) return entry;
  return graph.byRef.get(`${entry.collection}/${entry.id.split('/')[0]}`) ?? entry;
}

/** True for a draft, or a part of one. */
export function isDraft(graph: Graph, entry: Entry): boolean {
  const whole = wholeOf(graph, entry);
  return collectionOfEntry(whole).listing(whole.data as never, whole.id).draft === true;
}

/** Who may read an entry: the stricter of its own access and its source's. A part has its whole's, and its source's too. */
export function accessOf(graph: Graph, entry: Entry): 'public' | 'participants' {
  const whole = wholeOf(graph, entry);
  const own = (whole.data as { access?: string }).access ?? 'public';
  const floors = [entry, whole].map(({ source }) => source.settings.access);
  return own === 'participants' || floors.includes('participants') ? 'participants' : 'public';
}

/**
 * Whether an edition shows an entry: the participants' shows all, the public one neither restricted
 * entries nor drafts, nor what has its place in the page of such an entry.
 */
export function isVisible(graph: Graph, entry: Entry, edition: EditionId): boolean {
  if (edition === 'participants') return true;
  if (accessOf(graph, entry) === 'participants' || isDraft(graph, entry)) return false;
  if (!isOf(entry, 'measurements')) return true;
  const indicator = graph.byRef.get(`indicators/${entry.data.indicator}`);
  return indicator !== undefined && isVisible(graph, indicator, edition);
}

/** The parts of an entry in their order. */
export const partsOf = (graph: Graph, whole: Entry): Entry[] =>
  graph.entries
    .filter((entry) => entry.part && entry.collection === whole.collection && entry.id.startsWith(`${whole.id}/`))
    .sort((a, b) => orderOf(a) - orderOf(b));

const orderOf = (entry: Entry) => (entry.data as { order?: number }).order ?? 0;

export type MinutesAction = NonNullable<Fields<'minutes'>['actions']>[number];
export type MinutesItem = MinutesAction | NonNullable<Fields<'minutes'>['decisions']>[number];

/** The decision or commitment itself. */
export const dataOfItem = ({ minutes, kind, index }: GraphItem): MinutesItem =>
  minutes.data[kind]?.[index] as MinutesItem;
