/** Every page of every list: where it is, and what it shows. */
import type { EditionEntry } from '#content';
import { type CollectionId, collectionIds, collectionOf } from '#model';
import { entriesOf } from './edition.ts';
import { type ListPage, listPages, pagePath } from './lists.ts';

export interface ListProps {
  id: CollectionId;
  list: ListPage;
  /** All entries, where they are shown whole on one page. */
  terms?: EditionEntry<'glossary'>[] | undefined;
}

/** All lists, empty ones too: a list says what its place is for. */
export function listsOf(): { path: string; props: ListProps }[] {
  return collectionIds.flatMap((id) => {
    const collection = collectionOf(id);
    if (!collection?.listed) return [];
    const pages = listPages(entriesOf(id), collection);
    const whole = collection.pages === 'list';
    const shown = whole ? pages.slice(0, 1).map((list) => ({ ...list, rows: [], pages: 1 })) : pages;
    const terms = whole ? entriesOf('glossary') : undefined;
    return shown.map((list) => ({
      path: [collection.route, pagePath(list.path, list.page)].filter(Boolean).join('/'),
      props: { id, list, terms },
    }));
  });
}
