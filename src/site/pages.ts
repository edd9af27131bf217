/** Every page made from content: its address, what it shows, and the key that changes when what it shows does. */
import type { EditionEntry } from '#content';
import { collectionIds, collectionOf } from '#model';
import { compiled, digestOf, entriesOf, getSite, keyOf, partsOf, pathOf } from './edition.ts';
import { type ListProps, listsOf } from './list-paths.ts';
import { type More, moreOf } from './more/index.ts';

/** A page made from content. */
export type ContentPage = {
  /** Its address without the edition's prefix and the outer slashes. */
  path: string;
  /** Changes when anything that the page shows does. */
  key: string;
} & (
  | { kind: 'entry'; props: { entry: EditionEntry; more: More } }
  | { kind: 'list'; props: ListProps }
  | { kind: 'moved'; props: { to: string } }
);

function entryPages(digest: string): ContentPage[] {
  const pages: ContentPage[] = [];
  for (const id of collectionIds.filter((id) => collectionOf(id)?.pages === 'entry')) {
    const asked = moreOf[id]?.();
    for (const entry of [...entriesOf(id), ...partsOf(id)]) {
      const more = asked?.(entry as never) ?? {};
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
