/** Every page of every list: its address, what it shows and its cache key. */
import { collectionIds, collectionOf } from '#model';
import { entriesOf, getSite, keyOf } from './edition.ts';
import { listPages, pagePath } from './lists.ts';

/** Static paths of all lists, empty ones too: a list says what its place is for. A collection shown on one page is not paged, and has its entries as `terms`. */
export async function listPaths() {
  const { digest } = await getSite();
  const paths = [];
  for (const id of collectionIds.filter((id) => collectionOf(id)?.listed)) {
    const collection = collectionOf(id);
    const entries = await entriesOf(id);
    const whole = collection?.pages === 'list';
    const terms = whole ? await entriesOf('glossary') : undefined;
    const pages = whole
      ? listPages(entries, collection)
          .slice(0, 1)
          .map((list) => ({ ...list, rows: [], pages: 1 }))
      : listPages(entries, collection);
    for (const list of pages) {
      const props = { id, list, terms };
      const filter = pagePath(list.path, list.page) || undefined;
      paths.push({ params: { section: collection?.route, filter }, props, cacheKey: keyOf([digest, props]) });
    }
  }
  return paths;
}
