/** Every entry's page: its address, what it shows, and the key that changes when what it shows does. */
import type { EditionEntry } from '#content';
import { type CollectionId, collectionIds, collectionOf } from '#model';
import { digestOf, entriesOf, getSite, keyOf, paramOf, partsOf } from './edition.ts';
import { measurementTable } from './measurements.ts';
import { readingMinutes } from './reading.ts';

/** What a view is given besides its entry. */
type Needed = Record<string, unknown>;

/** What views need of other entries than their own, prepared once for all of a collection. */
const needs: Partial<Record<CollectionId, () => Promise<(entry: EditionEntry) => Needed>>> = {
  manuals: async () => {
    const parts = await partsOf('manuals');
    const reading = new Map(parts.map(({ link, text }) => [link.url, readingMinutes(text?.words ?? 0)]));
    const chapters = new Map((await entriesOf('manuals')).map((manual) => [manual.id, manual.parts]));
    return ({ id, link }) => {
      const own = chapters.get(id.split('/')[0] as string) ?? [];
      return link.part
        ? { chapters: own }
        : { reading: Object.fromEntries(own.map(({ url }) => [url, reading.get(url)])) };
    };
  },
  indicators: async () => {
    const sets = Map.groupBy(await entriesOf('measurements'), ({ data }) =>
      data.indicator.restricted ? '' : data.indicator.ref,
    );
    return ({ link }) => ({ table: measurementTable(sets.get(link.ref) ?? []) });
  },
};

/** Static paths of all entries that have a page. */
export async function entryPages() {
  const { digest } = await getSite();
  const paths = [];
  for (const id of collectionIds.filter((id) => collectionOf(id)?.pages === 'entry')) {
    const needed = await needs[id]?.();
    for (const entry of [...(await entriesOf(id)), ...(await partsOf(id))]) {
      const more = needed?.(entry) ?? {};
      paths.push({
        params: { page: paramOf(entry.link.url) },
        props: { entry, more },
        cacheKey: keyOf([digest, digestOf(entry), more]),
      });
    }
  }
  return paths;
}
