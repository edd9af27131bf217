/** An indicator's measurements as one table: a row a participant, a column a period. */
import type { EditionEntry } from '#content';
import type { EntryLink } from '#mdx';
import { compareDates, type Fields } from '#model';

export interface MeasurementTable {
  periods: { period: string; provisional: boolean; demo: boolean }[];
  /** Values in the order of the periods, in the indicator's unit; none where nothing was measured. */
  rows: { participant: EntryLink; values: (number | null)[] }[];
  /** Periods whose values this edition does not show. */
  hidden: string[];
}

/** How many of the unit one is: a percentage counts hundredths. */
const scaleOf = (unit: Unit) => (unit === 'percent' ? 100 : 1);

type Unit = Fields<'indicators'>['unit'];

/** The value of one row in the indicator's unit: given, or numerator ÷ denominator. */
const measured = (
  {
    value,
    numerator,
    denominator,
  }: {
    value?: number | undefined;
    numerator?: number | undefined;
    denominator?: number | undefined;
  },
  unit: Unit,
) => value ?? (numerator !== undefined && denominator ? (scaleOf(unit) * numerator) / denominator : null);

/** Makes the table of an indicator from its measurement sets. */
export function measurementTable(sets: readonly EditionEntry<'measurements'>[], unit: Unit): MeasurementTable {
  const sorted = [...sets].sort((a, b) => compareDates(a.data.period, b.data.period));
  const shown = sorted.filter(({ data }) => data.values.length > 0);
  const rows = new Map<string, MeasurementTable['rows'][number]>();
  for (const [column, { data }] of shown.entries()) {
    for (const row of data.values) {
      if (row.participant.restricted) continue;
      const known = rows.get(row.participant.ref) ?? { participant: row.participant, values: shown.map(() => null) };
      known.values[column] = measured(row, unit);
      rows.set(row.participant.ref, known);
    }
  }
  return {
    periods: shown.map(({ data, link }) => ({
      period: data.period,
      provisional: data.status === 'provisional',
      demo: link.demo === true,
    })),
    rows: [...rows.values()].sort((a, b) => a.participant.title.localeCompare(b.participant.title, 'it')),
    hidden: sorted.filter(({ data }) => data.values.length === 0).map(({ data }) => data.period),
  };
}
