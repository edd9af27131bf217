/** What components that show an indicator's values are given of them. */
import type { MeasurementSet, RestrictedLink, Series } from './lookup.ts';

/** The indicator, and the set of one period: the last with values where none is named. */
export function shownSet(series: Series | RestrictedLink | undefined, period: string | undefined) {
  if (!series || 'restricted' in series) return { series: series ?? null, set: null };
  const { sets, ...indicator } = series;
  const filled = ({ values, unnamed = [] }: MeasurementSet) => values.length + unnamed.length > 0;
  const set = period === undefined ? sets.findLast(filled) : sets.find((one) => one.period === period);
  return { series: indicator, set: set ?? null };
}

/** The indicator's title, for search. */
export function textOfSeries({ series }: Record<string, unknown>): string {
  const shown = series as Omit<Series, 'sets'> | RestrictedLink | null;
  return shown && !('restricted' in shown) ? shown.indicator.title : '';
}
