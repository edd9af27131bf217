/** The overview of all themes by the stage they have reached. */
import { roads, type Stage, stages } from '#benchmark';
import type { EntryLink } from '#mdx';
import { collections } from '#model';
import { collectionFacets } from './collection-facets.ts';
import { compiled, entriesOf, getSite } from './edition.ts';
import { type ListPage, listPages } from './lists.ts';

export interface OverviewProps {
  list: Omit<ListPage<unknown>, 'rows'>;
  stages: {
    stage: Stage;
    themes: { link: EntryLink; meetings: number; trials: number; commitments: number }[];
  }[];
}

/** The overview: one page, whatever the number of themes. */
export function overview(): { path: string; props: OverviewProps } {
  const roadOf = roads(compiled().edition);
  const themes = entriesOf('themes');
  const [whole] = listPages(themes, collectionFacets(collections.themes, getSite().words.list.facets));
  const { rows: _, ...list } = whole as ListPage<unknown>;
  const told = themes.map((theme) => {
    const { meetings, trials, commitments } = roadOf(theme);
    const counts = { meetings: meetings.length, trials: trials.length, commitments: commitments.length };
    return { stage: theme.data.status, link: theme.link, ...counts };
  });
  const at = (stage: Stage) => told.filter((theme) => theme.stage === stage).map(({ stage: _, ...theme }) => theme);
  return {
    path: collections.themes.route,
    props: { list: { ...list, pages: 1 }, stages: stages.map((stage) => ({ stage, themes: at(stage) })) },
  };
}
