/** A trial's results beside the network's values. */
import type { Summary } from '#charts';
import type { EditionEntry } from '#content';
import type { EntryLink, Link, Series } from '#mdx';
import { isBefore, type Unit } from '#model';
import { summaryOf } from './comparison.ts';

export interface TrialResult {
  indicator: Link;
  before?: number | undefined;
  after?: number | undefined;
  /** When the value after was measured, a partial ISO date. */
  period?: string | undefined;
  unit?: Unit | undefined;
  /** The network's values of that period, or of the last one before it. */
  network?: { period: string; summary: Summary } | undefined;
}

/** The results of a trial, each beside the network's range. */
export function trialResults(
  { data }: Pick<EditionEntry<'trials'>, 'data'>,
  series: ReadonlyMap<string, Series>,
): TrialResult[] {
  return (data.results ?? []).map((result) => {
    const found = result.indicator.restricted ? undefined : series.get(result.indicator.ref);
    return { ...result, unit: found?.unit, network: found && networkIn(found, result.period) };
  });
}

/** The set of a period; where there is none, the last before it, and without a period the last of all. */
function networkIn({ sets }: Series, period: string | undefined): TrialResult['network'] {
  const filled = sets.filter((set) => summaryOf(set).count > 0);
  const set =
    period === undefined
      ? filled.at(-1)
      : (filled.find((one) => one.period === period) ?? filled.findLast((one) => isBefore(one.period, period)));
  return set && { period: set.period, summary: summaryOf(set) };
}

/** The series by their indicators' references. */
export const seriesByRef = (series: readonly Series[]): Map<EntryLink['ref'], Series> =>
  new Map(series.map((one) => [one.indicator.ref, one]));
