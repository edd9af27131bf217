/** Astro's collections, from the model: each holds the entries that the edition being built shows. */

import { defineCollection } from 'astro:content';
import { createHash } from 'node:crypto';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import type { EditionEntry } from '#content';
import { type EditionIndex, readEdition } from '#content/handover';
import { type CollectionId, collectionIds } from '#model';

interface Item {
  id: string;
  data: object;
}

/** A loader over the compiled edition; an item whose digest is unchanged stays as it is in the store. */
const loader = (name: string, items: (index: EditionIndex, bodies: string) => Item[]): Loader => ({
  name,
  load: async ({ config, store }) => {
    const edition = readEdition(config.cacheDir);
    const kept = new Set<string>();
    for (const { id, data } of edition ? items(edition.index, edition.bodies) : []) {
      kept.add(id);
      const digest = createHash('sha256').update(JSON.stringify(data)).digest('hex');
      if (store.get(id)?.digest !== digest) store.set({ id, data: data as Record<string, unknown>, digest });
    }
    for (const id of store.keys()) if (!kept.has(id)) store.delete(id);
  },
});

const entriesOf = <Id extends CollectionId>(id: Id) =>
  defineCollection({
    loader: loader(`polinet-${id}`, ({ entries }) =>
      entries.filter(({ collection }) => collection === id).map((entry) => ({ id: entry.id, data: entry })),
    ),
    schema: z.custom<EditionEntry<Id>>(),
  });

/** What every page shows besides its own entry, and where the edition's former addresses lead. */
export interface SiteData extends Pick<EditionIndex, 'network' | 'today' | 'redirects'> {
  /** Collections that have entries: Astro warns of asking for others. */
  collections: CollectionId[];
  /** The file with the texts of entries. */
  bodies: string;
}

const siteOf = ({ network, today, redirects, entries }: EditionIndex, bodies: string): SiteData => ({
  network,
  today,
  redirects,
  collections: [...new Set(entries.map(({ collection }) => collection))],
  bodies,
});

const site = defineCollection({
  loader: loader('polinet-site', (index, bodies) => [{ id: 'site', data: siteOf(index, bodies) }]),
  schema: z.custom<SiteData>(),
});

const fromModel = Object.fromEntries(collectionIds.map((id) => [id, entriesOf(id)])) as {
  [Id in CollectionId]: ReturnType<typeof entriesOf<Id>>;
};

export const collections = { ...fromModel, site };
