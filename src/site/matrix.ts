/** The pages of the adoption matrix: whole, and narrowed by state, theme, participant or year. */
import { type Matrix, matrixPages, practices } from '#benchmark';
import type { EditionEntry } from '#content';
import type { EntryLink, TrialCell } from '#mdx';
import { collections, trialStates, yearOf } from '#model';
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

const UNTRIED = 20;

/** A trial of the list; its cell where the matrix has one. */
interface Listed {
  cell?: TrialCell | undefined;
  link: EntryLink;
  facets: EditionEntry['facets'];
}

/** Cells and, after them, the trials of practices that this edition does not show. */
function listed(): Listed[] {
  const { edition } = compiled();
  const placed = new Set(edition.trials.map(({ trial }) => trial.ref));
  const cells = edition.trials.map((cell) => ({
    cell,
    link: cell.trial,
    facets: {
      themes: cell.themes,
      participants: [cell.participant],
      kind: trialStates[cell.state],
      year: cell.started && yearOf(cell.started),
    },
  }));
  return [...cells, ...entriesOf('trials').filter(({ link }) => !placed.has(link.ref))];
}

/** Practices that nobody tries, of one theme or of all: the first of them, and how many more there are. */
function untried(): (theme: string | undefined) => MatrixProps['untried'] {
  const tried = new Set(compiled().edition.trials.map(({ practice }) => practice.ref));
  const ready = practices.flatMap((id) => entriesOf(id)).filter(({ link }) => !link.draft && !tried.has(link.ref));
  return (theme) => {
    const on = ({ facets }: Pick<Listed, 'facets'>) => facets.themes.some(({ ref }) => ref === `themes/${theme}`);
    const found = theme === undefined ? ready : ready.filter(on);
    const rows = found.slice(0, UNTRIED).map(({ link }) => ({ link: { ...link, summary: undefined }, themes: [] }));
    return { rows, more: found.length - rows.length };
  };
}

/** Every page of the matrix. */
export function matrixLists(): { path: string; props: MatrixProps }[] {
  const untriedOn = untried();
  const facets = collectionFacets(collections.trials, getSite().words.list.facets);
  return narrowings(listed(), facets).flatMap(({ rows, ...narrowing }) => {
    const { current } = narrowing;
    const pages = matrixPages(rows.flatMap(({ cell }) => cell ?? []));
    const others = rows.filter(({ cell }) => !cell).map(({ link }) => ({ link, themes: [] }));
    const onTheme = current?.segment === 'tema' ? current.value : undefined;
    return pages.map((matrix, index) => {
      const list = { ...narrowing, total: rows.length, page: index + 1, pages: pages.length };
      const first = index === 0;
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
