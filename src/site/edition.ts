/** What pages read: the entries of the edition being built, and what every page shows. */

import { getCollection, getEntry } from 'astro:content';
import { createHash } from 'node:crypto';
import type { EditionEntry } from '#content';
import { type EntryHead, readEntries } from '#content/handover';
import { type Messages, messages } from '#i18n';
import type { EntryLink } from '#mdx';
import { type CollectionId, collectionIds, collections, compareDates, editionAt, editions, type Network } from '#model';

/** The edition being built. */
export const editionId = editionAt(import.meta.env.BASE_URL);

/** An address of this edition for one of the site. */
export const here = (url: string): string => editions[editionId].base + url.replace(/^\//, '');

/** A path as Astro wants it in `params`: without the edition's prefix and the outer slashes. */
export const paramOf = (url: string): string => url.slice(editions[editionId].base.length).replace(/\/$/, '');

export interface Site {
  network: Network;
  words: Messages;
  locale: string;
  restricted: boolean;
  /** Lists of collections that have entries here, in the model's order. */
  sections: { id: CollectionId; label: string; url: string }[];
  /** The pages about the network, in their order. */
  pages: EntryLink[];
  redirects: { from: string; to: string }[];
  /** The ISO day the edition was compiled for; only pages that are made anew in every build may show what follows from it. */
  today: string;
  /** A digest of what every page shows: part of every cache key. */
  digest: string;
}

let site: Promise<Site> | undefined;

/** What every page shows; made once a build. */
export function getSite(): Promise<Site> {
  if (!site || import.meta.env.DEV) site = makeSite();
  return site;
}

const stored = async () => {
  const found = await getEntry('site', 'site');
  if (!found) throw new Error('No compiled edition: run `npm run build` or `npm run dev`.');
  return found.data;
};

async function makeSite(): Promise<Site> {
  const { network, today, redirects, collections: filled } = await stored();
  const sections = collectionIds.flatMap((id): Site['sections'] => {
    const { listed, labels, route } = collections[id];
    return listed && filled.includes(id) ? [{ id, label: labels.many, url: here(`/${route}/`) }] : [];
  });
  const pages = (await headsOf('pages')).map(({ link }) => link);
  const shown = { network, sections, pages };
  return {
    ...shown,
    words: messages(network.locale),
    locale: network.locale,
    restricted: editionId === 'participants',
    redirects,
    today,
    digest: keyOf(shown),
  };
}

async function allHeadsOf(id: CollectionId): Promise<EntryHead[]> {
  return (await stored()).collections.includes(id) ? (await getCollection(id)).map(({ data }) => data) : [];
}

/** What lists and links need of a collection's entries, in their order, parts left out. */
export const headsOf = async (id: CollectionId): Promise<EntryHead[]> =>
  (await allHeadsOf(id)).filter(({ link }) => !link.part).sort(comparerOf(id));

/** The same of the parts of a collection's entries, in no order. */
export const partHeadsOf = async (id: CollectionId): Promise<EntryHead[]> =>
  (await allHeadsOf(id)).filter(({ link }) => link.part);

/** An entry, whole: read when it is rendered, and not before. */
export async function entryOf({ link }: EntryHead): Promise<EditionEntry> {
  const entry = readEntries((await stored()).entries)?.[link.ref];
  if (!entry) throw new Error(`The compiled edition has no ${link.ref}.`);
  return entry;
}

/** The entries of a collection, whole, in their order. */
export const entriesOf = async <Id extends CollectionId>(id: Id): Promise<EditionEntry<Id>[]> =>
  (await Promise.all((await headsOf(id)).map(entryOf))) as unknown as EditionEntry<Id>[];

type Comparer = (a: EntryHead, b: EntryHead) => number;
const byTitle: Comparer = (a, b) => a.link.title.localeCompare(b.link.title, 'it');
const comparers: Record<(typeof collections)[CollectionId]['sort'], Comparer> = {
  title: byTitle,
  newest: (a, b) => compareDates(b.link.date ?? '', a.link.date ?? '') || byTitle(a, b),
  order: (a, b) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER) || byTitle(a, b),
};

const comparerOf = (id: CollectionId) => comparers[collections[id].sort];

/** The cache key of a page: a digest of all that it shows. */
export const keyOf = (shown: unknown): string => createHash('sha256').update(JSON.stringify(shown)).digest('hex');

/** The page that says how participants get in. */
export const ACCESS_URL = '/accesso/';
