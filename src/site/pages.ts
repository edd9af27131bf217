/** Every page made from content: its address, what it shows, and the key that changes when what it shows does. */
import type { EditionEntry } from '#content';
import { type CollectionId, collectionIds, collectionOf } from '#model';
import { compiled, digestOf, entriesOf, getSite, keyOf, partsOf, pathOf } from './edition.ts';
import { type ListProps, listsOf } from './list-paths.ts';
import { measurementTable } from './measurements.ts';
import { readingMinutes } from './reading.ts';

/** What a view is given besides its entry. */
type Needed = Record<string, unknown>;

/** What views need of other entries than their own, prepared once for all of a collection. */
const needs: Partial<Record<CollectionId, () => (entry: EditionEntry) => Needed>> = {
  manuals: () => {
    const parts = partsOf('manuals');
    const reading = new Map(parts.map(({ link, text }) => [link.url, readingMinutes(text?.words ?? 0)]));
    const chapters = new Map(entriesOf('manuals').map((manual) => [manual.id, manual.parts]));
    return ({ id, link }) => {
      const own = chapters.get(id.split('/')[0] as string) ?? [];
      return link.part
        ? { chapters: own }
        : { reading: Object.fromEntries(own.map(({ url }) => [url, reading.get(url)])) };
    };
  },
  indicators: () => {
    const sets = Map.groupBy(entriesOf('measurements'), ({ data }) =>
      data.indicator.restricted ? '' : data.indicator.ref,
    );
    return ({ link, data }) => ({
      table: measurementTable(sets.get(link.ref) ?? [], (data as EditionEntry<'indicators'>['data']).unit),
    });
  },
};

/** A page made from content. */
export type ContentPage = {
  /** Its address without the edition's prefix and the outer slashes. */
  path: string;
  /** Changes when anything that the page shows does. */
  key: string;
} & (
  | { kind: 'entry'; props: { entry: EditionEntry; more: Needed } }
  | { kind: 'list'; props: ListProps }
  | { kind: 'moved'; props: { to: string } }
);

function entryPages(digest: string): ContentPage[] {
  const pages: ContentPage[] = [];
  for (const id of collectionIds.filter((id) => collectionOf(id)?.pages === 'entry')) {
    const needed = needs[id]?.();
    for (const entry of [...entriesOf(id), ...partsOf(id)]) {
      const more = needed?.(entry) ?? {};
      const key = keyOf([digest, digestOf(entry), more]);
      pages.push({ kind: 'entry', path: pathOf(entry.link.url), key, props: { entry, more } });
    }
  }
  return pages;
}

function makePages(): Map<string, ContentPage> {
  const { digest, redirects } = getSite();
  const lists = listsOf().map(
    ({ path, props }): ContentPage => ({ kind: 'list', path, key: keyOf([digest, props]), props }),
  );
  const moved = redirects.map(
    ({ from, to }): ContentPage => ({
      kind: 'moved',
      path: from.replace(/^\/|\/$/g, ''),
      key: keyOf([digest, to]),
      props: { to },
    }),
  );
  const pages = new Map<string, ContentPage>();
  for (const page of [...entryPages(digest), ...lists, ...moved]) {
    if (pages.has(page.path)) throw new Error(`Two pages at ${page.path}.`);
    pages.set(page.path, page);
  }
  return pages;
}

const known = new WeakMap<object, Map<string, ContentPage>>();

/** Every page made from content, by path; made once an edition. */
export function contentPages(): Map<string, ContentPage> {
  const edition = compiled();
  const pages = known.get(edition) ?? makePages();
  known.set(edition, pages);
  return pages;
}

/** The page at a path, if there is one. */
export const pageAt = (path: string): ContentPage | undefined => contentPages().get(path.replace(/\/$/, ''));
