/** What pages read: the entries of the edition being built, and what every page shows. */

import { createHash } from 'node:crypto';
import type { EditionEntry, Help } from '#content';
import { type HandedOver, handedOver } from '#content/handover';
import { type Messages, messages } from '#i18n';
import type { EntryLink } from '#mdx';
import { type CollectionId, collectionIds, collections, compareDates, editionAt, editions, type Network } from '#model';

/** The edition being built. */
export const editionId = editionAt(import.meta.env.BASE_URL);

/** An address of this edition for one of the site. */
export const here = (url: string): string => editions[editionId].base + url.replace(/^\//, '');

/** An address without the edition's prefix and the outer slashes. */
export const pathOf = (url: string): string => url.slice(editions[editionId].base.length).replace(/\/$/, '');

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

const sites = new WeakMap<HandedOver, Site>();

/** What every page shows; made once an edition, which a long-lived process builds again and again. */
export function getSite(): Site {
  const handed = compiled();
  const known = sites.get(handed) ?? makeSite(handed);
  sites.set(handed, known);
  return known;
}

/** The edition being built or served. */
export function compiled(): HandedOver {
  const found = handedOver();
  if (!found) throw new Error('No compiled edition: run `npm run build` or `npm run dev`.');
  return found;
}

function makeSite({ edition }: HandedOver): Site {
  const { network, today, redirects, entries } = edition;
  const filled = new Set(entries.map(({ collection }) => collection));
  const sections = collectionIds.flatMap((id): Site['sections'] => {
    const { listed, labels, route } = collections[id];
    return listed && filled.has(id) ? [{ id, label: labels.many, url: here(`/${route}/`) }] : [];
  });
  const pages = entriesOf('pages').map(({ link }) => link);
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

const allOf = <Id extends CollectionId>(id: Id): EditionEntry<Id>[] =>
  compiled().edition.entries.filter(({ collection }) => collection === id) as EditionEntry<Id>[];

/** The entries of a collection in their order, parts left out. */
export const entriesOf = <Id extends CollectionId>(id: Id): EditionEntry<Id>[] =>
  allOf(id)
    .filter(({ link }) => !link.part)
    .sort(comparerOf(id));

/** The parts of a collection's entries, in no order. */
export const partsOf = <Id extends CollectionId>(id: Id): EditionEntry<Id>[] =>
  allOf(id).filter(({ link }) => link.part);

/** What the help pages show. */
export const getHelp = (): Help => compiled().help;

/** A digest that changes when anything of an entry does. */
export const digestOf = (entry: EditionEntry): string => compiled().digestOf(entry);

type Ordered = Pick<EditionEntry, 'link' | 'order'>;
type Comparer = (a: Ordered, b: Ordered) => number;
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
/** Where a form that ends one's session is sent. */
export const SIGN_OUT_URL = '/accesso/uscita/';
/** Where participants hand in a material: the gateway answers there. */
export const HANDING_IN_URL = '/riservato/consegna/';
