/** Astro's collections, from the model: each holds the heads of the entries that the edition being built shows. */
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { type EditionIndex, type EntryHead, readEdition } from '#content/handover';
import { type CollectionId, collectionIds } from '#model';

interface Item {
  id: string;
  data: object;
  digest: string;
}

/** A loader over the compiled edition; an item whose digest is unchanged stays as it is in the store. */
const loader = (name: string, items: (index: EditionIndex, entries: string) => Item[]): Loader => ({
  name,
  load: async ({ config, store }) => {
    const edition = readEdition(config.cacheDir);
    const kept = new Set<string>();
    for (const { id, data, digest } of edition ? items(edition.index, edition.entries) : []) {
      kept.add(id);
      if (store.get(id)?.digest !== digest) store.set({ id, data: data as Record<string, unknown>, digest });
    }
    for (const id of store.keys()) if (!kept.has(id)) store.delete(id);
  },
});

const headsOf = (id: CollectionId) =>
  defineCollection({
    loader: loader(`polinet-${id}`, ({ heads }) =>
      heads
        .filter(({ collection }) => collection === id)
        .map((head) => ({ id: head.id, data: head, digest: head.digest })),
    ),
    schema: z.custom<EntryHead>(),
  });

/** What every page shows besides its own entry, and where the edition's former addresses lead. */
export interface SiteData extends Pick<EditionIndex, 'network' | 'today' | 'redirects'> {
  /** Collections that have entries: Astro warns of asking for others. */
  collections: CollectionId[];
  /** The file with the entries, whole. */
  entries: string;
}

const siteOf = ({ network, today, redirects, heads }: EditionIndex, entries: string): SiteData => ({
  network,
  today,
  redirects,
  collections: [...new Set(heads.map(({ collection }) => collection))],
  entries,
});

const site = defineCollection({
  loader: loader('polinet-site', (index, entries) => {
    const data = siteOf(index, entries);
    return [{ id: 'site', data, digest: JSON.stringify(data) }];
  }),
  schema: z.custom<SiteData>(),
});

const fromModel = Object.fromEntries(collectionIds.map((id) => [id, headsOf(id)])) as Record<
  CollectionId,
  ReturnType<typeof headsOf>
>;

export const collections = { ...fromModel, site };
