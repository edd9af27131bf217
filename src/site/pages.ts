/** Every entry's page: its address, what it shows, and the key that changes when what it shows does. */
import type { EditionEntry } from '#content';
import { type CollectionId, collectionIds, collectionOf } from '#model';
import { entriesOf, getSite, keyOf, paramOf, partsOf } from './edition.ts';
import { measurementTable } from './measurements.ts';
import { readingMinutes } from './reading.ts';

/** What a view is given: the entry, and what its collection's view needs besides. */
export interface View {
  entry: EditionEntry;
  [needed: string]: unknown;
}

/** What views need of other entries than their own, prepared once for all of a collection. */
const needs: Partial<Record<CollectionId, () => Promise<(entry: EditionEntry) => Record<string, unknown>>>> = {
  manuals: async () => {
    const parts = await partsOf('manuals');
    const wholes = new Map((await entriesOf('manuals')).map((entry) => [entry.link.url, entry.parts]));
    const reading = new Map(parts.map(({ link, text }) => [link.url, readingMinutes(text?.words ?? 0)]));
    return (entry) =>
      entry.chapter
        ? { chapters: wholes.get(entry.whole?.url ?? '') ?? [] }
        : { reading: Object.fromEntries(entry.parts.map(({ url }) => [url, reading.get(url)])) };
  },
  indicators: async () => {
    const sets = Map.groupBy(await entriesOf('measurements'), ({ data }) =>
      data.indicator.restricted ? '' : data.indicator.url,
    );
    return (entry) => ({ table: measurementTable(sets.get(entry.link.url) ?? []) });
  },
};

/** Static paths of all entries that have a page. */
export async function entryPages() {
  const { digest } = await getSite();
  const paths = [];
  for (const id of collectionIds.filter((id) => collectionOf(id)?.pages === 'entry')) {
    const needed = await needs[id]?.();
    for (const entry of [...(await entriesOf(id)), ...(await partsOf(id))] as EditionEntry[]) {
      const view: View = { ...needed?.(entry), entry };
      paths.push({ params: { page: paramOf(entry.link.url) }, props: { view }, cacheKey: keyOf([digest, view]) });
    }
  }
  return paths;
}
