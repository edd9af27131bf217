/** An indicator compared: participants by periods, what the network's values say together, and groups of like size. */
import { type Summary, summarise } from '#charts';
import type { Edition } from '#content';
import type { EntryLink, MeasurementSet, Series } from '#mdx';
import { populationClasses, type Unit } from '#model';
import { entriesOf } from './entries.ts';

export interface Period extends Omit<MeasurementSet, 'values'> {
  summary: Summary;
}

/** A value in a cell; its note by its number below the table. */
export interface Cell {
  value: number;
  numerator?: number | undefined;
  denominator?: number | undefined;
  note?: number | undefined;
}

/** Participants whose number of inhabitants is in one class, in the last period. */
export interface SizeGroup {
  label: string;
  participants: EntryLink[];
  summary: Summary;
}

export interface Comparison {
  unit: Unit;
  periods: Period[];
  /** By name, never by value; a cell a period. */
  rows: { participant: EntryLink; cells: (Cell | null)[] }[];
  notes: { participant: EntryLink; period: string; text: string }[];
  /** The last set in which something was measured. */
  latest?: MeasurementSet | undefined;
  /** Of its values. */
  groups: SizeGroup[];
  /** Participants of that set whose number of inhabitants is not known. */
  unsized: EntryLink[];
}

/** The values of a set, with names or without. */
export const valuesOf = ({ values, unnamed }: Pick<MeasurementSet, 'values' | 'unnamed'>): number[] =>
  unnamed ?? values.map(({ value }) => value);

const summaries = new WeakMap<MeasurementSet, Summary>();

/** What the values of a set say together; computed once, since many pages say it. */
export function summaryOf(set: MeasurementSet): Summary {
  const known = summaries.get(set) ?? summarise(valuesOf(set));
  summaries.set(set, known);
  return known;
}

/** Compares what an edition shows of an indicator. */
export function compare(series: Series, populations: ReadonlyMap<string, number>): Comparison {
  const { unit, sets } = series;
  const latest = latestSet(series);
  const notes: Comparison['notes'] = [];
  const rows = new Map<string, Comparison['rows'][number]>();
  for (const [at, { period, values }] of sets.entries()) {
    for (const { participant, value, numerator, denominator, note } of values) {
      const row = rows.get(participant.ref) ?? { participant, cells: sets.map(() => null) };
      rows.set(participant.ref, row);
      if (note) notes.push({ participant, period, text: note });
      row.cells[at] = { value, numerator, denominator, note: note ? notes.length : undefined };
    }
  }
  return {
    unit,
    periods: sets.map((set) => {
      const { values: _, ...period } = set;
      return { ...period, summary: summaryOf(set) };
    }),
    rows: [...rows.values()].sort((a, b) => a.participant.title.localeCompare(b.participant.title, 'it')),
    notes,
    latest,
    ...groupsOf(latest, populations),
  };
}

/** The values of one period by the participants' size. */
function groupsOf(set: MeasurementSet | undefined, populations: ReadonlyMap<string, number>) {
  const values = set?.values ?? [];
  const sized = values.flatMap((row) => {
    const population = populations.get(row.participant.ref);
    return population === undefined ? [] : [{ ...row, population }];
  });
  const groups = populationClasses.flatMap(({ label, from, to }): SizeGroup[] => {
    const found = sized.filter(({ population }) => population >= from && population <= to);
    if (found.length === 0) return [];
    const participants = found.map(({ participant }) => participant);
    return [{ label, participants, summary: summarise(found.map(({ value }) => value)) }];
  });
  const unsized = values.filter(({ participant }) => !populations.has(participant.ref));
  return { groups, unsized: unsized.map(({ participant }) => participant) };
}

/** The number of inhabitants of each participant that has one, by reference. */
export const populationsOf = (edition: Pick<Edition, 'entries'>): Map<string, number> =>
  new Map(
    entriesOf(edition, 'participants').flatMap(({ link, data: { population } }) =>
      population ? [[link.ref, population.value] as const] : [],
    ),
  );

/** The latest set of an indicator in which something was measured. */
export const latestSet = ({ sets }: Series): MeasurementSet | undefined =>
  sets.findLast((set) => summaryOf(set).count > 0);
