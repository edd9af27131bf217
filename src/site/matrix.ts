/** The pages of the adoption matrix: whole, and narrowed by state, theme, participant or year. */
import { type Matrix, matrixPages } from '#benchmark';
import type { EntryLink } from '#mdx';
import { type CollectionId, collections } from '#model';
import { collectionFacets } from './collection-facets.ts';
import { compiled, entriesOf, getSite } from './edition.ts';
import type { Row } from './list-paths.ts';
import { type ListPage, narrowings, pagePath } from './lists.ts';

export interface MatrixProps {
  list: Omit<ListPage<unknown>, 'rows'>;
  matrix: Matrix;
  /** Trials whose practice this edition does not show. */
  others: Row[];
  /** Practices that nobody tries yet, on the whole matrix and on a theme's, and how many more there are. */
  untried?: { rows: Row[]; more: number } | undefined;
}

const PRACTICES: readonly CollectionId[] = ['guides', 'manuals', 'tools'];
const UNTRIED = 20;

/** Every page of the matrix. */
export function matrixLists(): { path: string; props: MatrixProps }[] {
  const { edition } = compiled();
  const cells = new Map(edition.trials.map((cell) => [cell.trial.ref, cell]));
  const tried = new Set(edition.trials.map(({ practice }) => practice.ref));
  const practices = PRACTICES.flatMap((id) => entriesOf(id)).filter(({ link }) => !link.draft && !tried.has(link.ref));
  const untriedOn = (theme: string | undefined) => {
    const found = practices.filter(
      ({ facets }) => theme === undefined || facets.themes.some(({ ref }: EntryLink) => ref === `themes/${theme}`),
    );
    const rows = found.slice(0, UNTRIED).map(({ link }) => ({ link: { ...link, summary: undefined }, themes: [] }));
    return { rows, more: found.length - rows.length };
  };
  const facets = collectionFacets(collections.trials, getSite().words.list.facets);
  return narrowings(entriesOf('trials'), facets).flatMap(({ rows, ...narrowing }) => {
    const [segment, value] = narrowing.path.split('/');
    const pages = matrixPages(rows.flatMap(({ link }) => cells.get(link.ref) ?? []));
    const others = rows.filter(({ link }) => !cells.has(link.ref)).map(({ link }) => ({ link, themes: [] }));
    return pages.map((matrix, index) => {
      const list = { ...narrowing, total: rows.length, page: index + 1, pages: pages.length };
      const first = index === 0;
      const onTheme = segment === 'tema' ? value : undefined;
      return {
        path: [collections.trials.route, pagePath(narrowing.path, list.page)].filter(Boolean).join('/'),
        props: {
          list,
          matrix,
          others: first ? others : [],
          untried: first && (narrowing.path === '' || onTheme) ? untriedOn(onTheme) : undefined,
        },
      };
    });
  });
}
