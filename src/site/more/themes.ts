import { type Road, roads } from '#benchmark';
import { trialStates } from '#model';
import { compiled } from '../edition.ts';
import type { MoreOf } from './index.ts';

/** How much of each kind a theme's page lists: matrix, register and lists have all. */
const SHOWN = 30;

/** A theme's road, as much of it as a page shows, and how much there is in all. */
export interface ThemeMore extends Record<string, unknown> {
  road: Road;
  totals: { trials: number; commitments: number; shared: number };
  /** How many trials are in each state. */
  states: Record<string, number>;
}

export const themeMore: MoreOf<'themes'> = () => {
  const roadOf = roads(compiled().edition);
  return (theme): ThemeMore => {
    const road = roadOf(theme);
    const { trials, commitments, shared } = road;
    const states = Object.keys(trialStates).map((state) => [
      state,
      trials.filter((trial) => trial.state === state).length,
    ]);
    return {
      road: {
        ...road,
        meetings: road.meetings.slice(-SHOWN),
        trials: trials.slice(0, SHOWN),
        results: road.results.slice(0, SHOWN),
        commitments: commitments.slice(0, SHOWN),
        shared: shared.slice(0, SHOWN),
        news: road.news.slice(0, SHOWN),
      },
      totals: { trials: trials.length, commitments: commitments.length, shared: shared.length },
      states: Object.fromEntries(states),
    };
  };
};
