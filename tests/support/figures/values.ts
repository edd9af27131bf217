/** What an edition shows of an indicator's measurements: by name, or only as rounded numbers. */
import { inOrder, precedes } from './dates.ts';
import { rounded, valueIn } from './numbers.ts';
import { byTitle, type Entry, type Indicator, type Measured, type Participant, type Shown } from './sources.ts';

export interface NamedValue extends Pick<Measured, 'numerator' | 'denominator' | 'note'> {
  participant: Entry<Participant>;
  value: number;
}

export interface ShownSet {
  period: string;
  provisional: boolean;
  demo: boolean;
  /** Absent where names are not shown. */
  named?: NamedValue[];
  /** All values that may be seen: in the order of the names, or of size. */
  numbers: number[];
}

/** The sets of an indicator, the earliest first. */
export const setsOf = (shown: Shown, indicator: Entry<Indicator>): ShownSet[] =>
  shown
    .all('measurements')
    .filter(({ data }) => data.indicator === indicator.id)
    .sort((a, b) => inOrder(a.data.period, b.data.period))
    .map(({ data, demo }): ShownSet => {
      const known = data.values.flatMap((row): NamedValue[] => {
        const value = valueIn(row, indicator.data.unit);
        const participant = shown.find('participants', row.participant);
        return value === undefined || !participant ? [] : [{ ...row, participant, value }];
      });
      const set = { period: data.period, provisional: data.status === 'provisional', demo };
      if (shown.id === 'public' && data.names === 'participants') {
        const numbers = known.map(({ value }) => rounded(value, 1)).sort((a, b) => a - b);
        return { ...set, numbers: numbers.length < 3 ? [] : numbers };
      }
      const named = known.sort((a, b) => byTitle(a.participant, b.participant));
      return { ...set, named, numbers: named.map(({ value }) => value) };
    });

/** The last set with values. */
export const latestOf = (sets: readonly ShownSet[]): ShownSet | undefined =>
  sets.findLast(({ numbers }) => numbers.length > 0);

/** The set of a period, or the last one before it; the last of all where no period is told. */
export function setFor(sets: readonly ShownSet[], period: string | undefined): ShownSet | undefined {
  const filled = sets.filter(({ numbers }) => numbers.length > 0);
  if (period === undefined) return filled.at(-1);
  return filled.find((set) => set.period === period) ?? filled.findLast((set) => precedes(set.period, period));
}
