/** Every page of every collection's list: where it is, and what it shows. */
import type { MapPoint } from '#charts';
import type { EditionEntry } from '#content';
import type { EntryLink } from '#mdx';
import { type CollectionId, collectionIds, collectionOf } from '#model';
import { collectionFacets } from './collection-facets.ts';
import { entriesOf, getSite } from './edition.ts';
import { type ListPage, listPages, pagePath } from './lists.ts';
import { pointsOf } from './map.ts';

/** A line of a list. */
export interface Row {
  link: EntryLink;
  themes: EntryLink[];
}

export interface ListProps {
  id: CollectionId;
  list: ListPage<Row>;
  /** All entries, where they are shown whole on one page. */
  terms?: EditionEntry<'glossary'>[] | undefined;
  /** Where they are, beside the whole list of participants. */
  points?: MapPoint[] | undefined;
}

/** Collections whose list is drawn otherwise, by pages of its own: all of it, or only the whole of it. */
const OTHERWISE: Partial<Record<CollectionId, 'all' | 'whole'>> = { trials: 'all', themes: 'whole' };

/** All lists, empty ones too: a list says what its place is for. */
export function listsOf(): { path: string; props: ListProps }[] {
  const labels = getSite().words.list.facets;
  return collectionIds.flatMap((id) => {
    const collection = collectionOf(id);
    if (!collection?.listed || OTHERWISE[id] === 'all') return [];
    const pages = listPages(entriesOf(id), collectionFacets(collection, labels)).map((list) => ({
      ...list,
      rows: list.rows.map(({ link, facets: { themes } }) => ({ link, themes })),
    }));
    const whole = collection.pages === 'list';
    const shown = whole ? pages.slice(0, 1).map((list) => ({ ...list, rows: [], pages: 1 })) : pages;
    const terms = whole ? entriesOf('glossary') : undefined;
    const points = id === 'participants' ? pointsOf(entriesOf('participants')) : undefined;
    return shown
      .filter(({ path }) => path !== '' || !OTHERWISE[id])
      .map((list) => ({
        path: [collection.route, pagePath(list.path, list.page)].filter(Boolean).join('/'),
        props: { id, list, terms, points: list.path === '' && list.page === 1 ? points : undefined },
      }));
  });
}
