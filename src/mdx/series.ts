/** What components that show an indicator's values are given of them. */
import type { MeasurementSet, RestrictedLink, Series } from './lookup.ts';

/** What a view draws. */
export interface ShownSet {
  series: Omit<Series, 'sets'> | RestrictedLink | null;
  set: MeasurementSet | null;
  /** True where the period is measured, but not for this edition. */
  hidden: boolean;
}

/** The indicator, and the set of one period: the last with values where none is named. */
export function shownSet(
  series: Series | RestrictedLink | undefined,
  period: string | undefined,
): ShownSet & Record<string, unknown> {
  if (!series || 'restricted' in series) return { series: series ?? null, set: null, hidden: false };
  const { sets, ...indicator } = series;
  const filled = ({ values, unnamed = [] }: MeasurementSet) => values.length + unnamed.length > 0;
  const set = period === undefined ? sets.findLast(filled) : sets.find((one) => one.period === period);
  // A period that is named exists, or the check refuses it: where it is not here, it is not for this edition.
  return { series: indicator, set: set ?? null, hidden: set === undefined && period !== undefined };
}

/** The indicator's title, for search. */
export function textOfSeries({ series }: Record<string, unknown>): string {
  const shown = series as Omit<Series, 'sets'> | RestrictedLink | null;
  return shown && !('restricted' in shown) ? shown.indicator.title : '';
}
