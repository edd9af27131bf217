/**
 * One edition as data: all that its pages may show, and nothing else. What an edition may
 * not show never enters it, so no page, index or feed made from it can leak.
 */
import { isAbsolute } from 'node:path';
import {
  type Attachment,
  type EntryLink,
  type Item,
  type Link,
  type ResolvedBody,
  resolveBody,
  type Series,
  type TrialCell,
} from '#mdx';
import {
  type AttachmentPath,
  type Chapter,
  type CollectionId,
  daysOf,
  type EditionId,
  editions,
  type Fields,
  type Network,
  type Reference,
} from '#model';
import { type Backlink, edgesTo, neighbours, type Order } from './around.ts';
import type { Entry } from './entries.ts';
import { collectionOfEntry, hasPage, isOf, isVisible, partsOf, urlOf, wholeOf } from './graph.ts';
import { linkTo, listingOf, visibleLink, withBase } from './links.ts';
import type { Content } from './load.ts';
import { type Asking, type Context, file, itemLink, lookupFor } from './lookup.ts';
import { rewriteFields } from './references.ts';
import { revisedOf } from './revised.ts';
import { seriesOf, themesOf, trialCells } from './series.ts';

/** Fields with links in place of references and files in place of paths. */
export type Linked<T> = T extends Reference
  ? Link
  : T extends AttachmentPath
    ? Attachment
    : T extends readonly (infer Item)[]
      ? Linked<Item>[]
      : T extends object
        ? { [Key in keyof T]: Linked<T[Key]> }
        : T;

/** An entry as one edition shows it. */
export interface EditionEntry<Id extends CollectionId = CollectionId> {
  link: EntryLink;
  id: string;
  collection: Id;
  data: Linked<Fields<Id>>;
  /** The fields of a part, in place of `data`'s. */
  chapter?: Chapter | undefined;
  /** Its text, where it has one. */
  text?: Pick<ResolvedBody, 'parts' | 'headings' | 'words'> | undefined;
  facets: { themes: EntryLink[]; participants: EntryLink[]; kind?: string | undefined; year?: string | undefined };
  backlinks: Backlink[];
  previous?: EntryLink | undefined;
  next?: EntryLink | undefined;
  /** A manual's chapters, and the manual a chapter belongs to. */
  parts: EntryLink[];
  whole?: EntryLink | undefined;
  /** Decisions and commitments of minutes, and the commitments a participant owns. */
  items: Item[];
  order?: number | undefined;
  /** True when its review date has passed. */
  reviewDue: boolean;
  /** Its file, as a path from the project's root, where the source is editable. */
  editPath?: string | undefined;
}

export interface Edition {
  id: EditionId;
  network: Network;
  /** The ISO day it was compiled for. */
  today: string;
  entries: EditionEntry[];
  /** The measurements of every indicator. */
  series: Series[];
  /** Who tries what. */
  trials: TrialCell[];
  /** When the entries that calendars and open data are made of last changed, in seconds since 1970, by reference. */
  revised: Record<string, number>;
  /** Former addresses and where they lead, without prefix and with it. */
  redirects: { from: string; to: string }[];
  /** Files to be served: their address with prefix, and where they are read. */
  files: { url: string; absolute: string }[];
}

/**
 * Compiles an edition from content without errors.
 *
 * @param today an ISO day, against which review dates are held
 */
export function compileEdition(content: Content, id: EditionId, today: string): Edition {
  const { graph, network, attachments, broken } = content;
  if (!network) throw new Error('compileEdition: content without network.yaml');
  const context: Context = { graph, edition: id, network, attachments, broken, today };
  const shown = graph.entries.filter((entry) => isVisible(graph, entry, id));
  const files = new Map<string, string>();
  const citing = edgesTo(graph, id);
  const order = neighbours(shown);
  const owned = itemsByOwner(context);
  const entries = shown.map((entry) => compileEntry({ context, entry, today, files, citing, order, owned }));
  const redirects = shown.filter(hasPage).flatMap((entry) =>
    ((entry.data as { redirectFrom?: string[] }).redirectFrom ?? []).map((former) => ({
      from: urlOf({ ...entry, id: former }),
      to: withBase(urlOf(entry), id),
    })),
  );
  return {
    id,
    network,
    today,
    entries,
    series: shown.flatMap((entry) => (isOf(entry, 'indicators') ? [seriesOf(context, entry)] : [])),
    trials: trialCells(context),
    revised: revisedOf(content.sources, shown),
    redirects,
    files: [...files].map(([url, absolute]) => ({ url, absolute })).sort((a, b) => (a.url < b.url ? -1 : 1)),
  };
}

interface Work {
  context: Context;
  entry: Entry;
  today: string;
  files: Map<string, string>;
  citing: Map<Entry, Backlink[]>;
  order: Order;
  owned: Map<string, Item[]>;
}

function compileEntry({ context, entry, today, files, citing, order, owned }: Work): EditionEntry {
  const { graph, edition } = context;
  const collection = collectionOfEntry(entry);
  const asking: Asking = {
    place: { line: 1, column: 1 },
    report: () => undefined,
    use: ({ url, absolute }) => files.set(url, absolute),
  };
  const own =
    edition === 'public' && collection.publicView && !entry.part ? collection.publicView(entry.data) : entry.data;
  const schema = (entry.part ? collection.part?.schema : undefined) ?? collection.schema;
  const data = rewriteFields(schema, own, {
    reference: (value, wanted) => refLink(context, wanted === 'any' ? value : `${wanted}/${value}`),
    attachment: (path) => file(context, entry, path, asking),
  }) as Linked<Fields<CollectionId>>;
  withoutRestrictedItems(data);
  const body = entry.body && resolveBody(entry.body, (place) => lookupFor(context, entry, { ...asking, place }));
  const link = (other: Entry | undefined) => other && visibleLink(graph, other, edition);
  const whole = wholeOf(graph, entry);
  const { previous, next } = order.get(entry) ?? {};
  const reviewBy = (whole.data as { reviewBy?: string }).reviewBy;
  return {
    link: visibleLink(graph, entry, edition),
    id: entry.id,
    collection: entry.collection,
    data: entry.part ? (refreshed(whole, context) as Linked<Fields<CollectionId>>) : data,
    chapter: entry.part ? (data as unknown as Chapter) : undefined,
    text: body && { parts: body.parts, headings: body.headings, words: body.words },
    facets: facetsOf(context, whole),
    backlinks: citing.get(entry) ?? [],
    previous: link(previous),
    next: link(next),
    parts:
      collection.part && !entry.part
        ? partsOf(graph, entry)
            .filter((part) => isVisible(graph, part, edition))
            .map((part) => visibleLink(graph, part, edition))
        : [],
    whole: entry.part ? link(whole) : undefined,
    items: isOf(entry, 'minutes') ? itemsOf(context, entry) : (owned.get(entry.ref) ?? []),
    order: listingOf(entry).order,
    reviewDue: reviewBy !== undefined && daysOf(reviewBy).last < today,
    editPath:
      entry.source.settings.editable && !isAbsolute(entry.source.name)
        ? `${entry.source.name}/${entry.file}`
        : undefined,
  };
}

/** Of a list's item whose entry may not be shown nothing stays, not even what is said of it: the neutral line, once. */
function withoutRestrictedItems(data: Linked<Fields<CollectionId>>): void {
  if (!('items' in data) || !data.items) return;
  const shown = data.items.filter(({ ref }) => !ref.restricted);
  data.items = shown.length < data.items.length ? [...shown, { ref: { restricted: true }, line: undefined }] : shown;
}

/** The whole's fields, for its parts: a chapter takes access, themes and dates from its manual. */
const refreshed = (whole: Entry, context: Context): unknown =>
  rewriteFields(collectionOfEntry(whole).schema, whole.data, {
    reference: (value, wanted) => refLink(context, wanted === 'any' ? value : `${wanted}/${value}`),
    attachment: () => undefined,
  });

function refLink(context: Context, ref: string): Link | undefined {
  const found = context.graph.byRef.get(ref);
  return found && linkTo(context.graph, found, context.edition);
}

function facetsOf(context: Context, entry: Entry): EditionEntry['facets'] {
  const facets = collectionOfEntry(entry).facets?.(entry.data) ?? {};
  const visible = (collection: CollectionId, ids: readonly string[] = []) =>
    [...new Set(ids)].flatMap((id): EntryLink[] => {
      const link = refLink(context, `${collection}/${id}`);
      return link && !link.restricted ? [link] : [];
    });
  const practice = isOf(entry, 'trials') ? refLink(context, entry.data.practice) : undefined;
  return {
    // A trial is on the themes of what is tried.
    themes: visible('themes', practice && !practice.restricted ? themesOf(context, practice) : facets.theme),
    participants: visible('participants', facets.participant),
    kind: facets.kind,
    year: facets.year,
  };
}

function itemsOf(context: Context, minutes: Entry<'minutes'>): Item[] {
  const ids = [...(minutes.data.decisions ?? []), ...(minutes.data.actions ?? [])].map(({ id }) => id);
  return ids.flatMap((id): Item[] => {
    const found = context.graph.items.get(id);
    const item = found && itemLink(context, found);
    return item && !item.restricted ? [item] : [];
  });
}

/** Commitments that the edition shows, by the participant who owns them. */
function itemsByOwner(context: Context): Map<string, Item[]> {
  const owned = new Map<string, Item[]>();
  for (const found of context.graph.items.values()) {
    const item = itemLink(context, found);
    if (item.restricted || !item.owner || item.owner.restricted) continue;
    owned.set(item.owner.ref, [...(owned.get(item.owner.ref) ?? []), item]);
  }
  return owned;
}

/** Where the edition's files go within its folder: its addresses without the prefix. */
export const pathInEdition = (url: string, id: EditionId): string => url.slice(editions[id].base.length);
