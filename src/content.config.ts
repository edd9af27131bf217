/** Astro's collections, from the model: each knows which entries the edition has, and when one has changed. */
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { type HandedOver, handedOver } from '#content/handover';
import { type CollectionId, collectionIds } from '#model';

/**
 * What Astro stores of an entry; the entry itself stays in the compiled edition. The digest is there so that no two
 * editions are one to Astro, which remembers paths for as long as its process lives.
 */
interface Stored extends Record<string, unknown> {
  ref: string;
  digest: string;
}

const loader = (name: string, items: (handed: HandedOver) => [id: string, Stored][]): Loader => ({
  name,
  load: async ({ store }) => {
    const handed = handedOver();
    const found = new Map(handed ? items(handed) : []);
    for (const [id, data] of found) store.set({ id, data, digest: data.digest });
    for (const id of store.keys()) if (!found.has(id)) store.delete(id);
  },
});

const entriesOf = (wanted: CollectionId) =>
  defineCollection({
    loader: loader(`polinet-${wanted}`, ({ edition, digests }) =>
      edition.entries
        .filter(({ collection }) => collection === wanted)
        .map(({ id, link: { ref } }) => [id, { ref, digest: digests.get(ref) ?? '' }]),
    ),
    schema: z.custom<Stored>(),
  });

/** All that pages show besides entries: the network, the day, former addresses. */
const site = defineCollection({
  loader: loader('polinet-site', ({ digest }) => [['site', { ref: 'site', digest }]]),
  schema: z.custom<Stored>(),
});

const fromModel = Object.fromEntries(collectionIds.map((id) => [id, entriesOf(id)])) as Record<
  CollectionId,
  ReturnType<typeof entriesOf>
>;

export const collections = { ...fromModel, site };
