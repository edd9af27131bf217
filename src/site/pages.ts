/** Every entry's page: its address, what it shows, and the key that changes when what it shows does. */
import type { EntryHead } from '#content/handover';
import { type CollectionId, collectionIds, collectionOf } from '#model';
import { entriesOf, entryOf, getSite, headsOf, keyOf, paramOf, partHeadsOf } from './edition.ts';
import { measurementTable } from './measurements.ts';
import { readingMinutes } from './reading.ts';

/** What a view is given besides its entry. */
type Needed = Record<string, unknown>;

/** What views need of other entries than their own, prepared once for all of a collection. */
const needs: Partial<Record<CollectionId, () => Promise<(head: EntryHead) => Needed>>> = {
  manuals: async () => {
    const parts = await Promise.all((await partHeadsOf('manuals')).map(entryOf));
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

/** Static paths of all entries that have a page. Entries themselves are read when their page is rendered. */
export async function entryPages() {
  const { digest } = await getSite();
  const paths = [];
  for (const id of collectionIds.filter((id) => collectionOf(id)?.pages === 'entry')) {
    const needed = await needs[id]?.();
    for (const head of [...(await headsOf(id)), ...(await partHeadsOf(id))]) {
      const more = needed?.(head) ?? {};
      paths.push({
        params: { page: paramOf(head.link.url) },
        props: { head, more },
        cacheKey: keyOf([digest, head.digest, more]),
      });
    }
  }
  return paths;
}
