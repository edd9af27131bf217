/** Open data: tables whose columns are documented by the model's own fields. */
import type { Edition } from '#content';
import { type CollectionId, collections, describeFields, type Field } from '#model';

/** What a cell holds. Dates are ISO dates known to the day, the month or the year. */
export type CellValue = string | number | boolean | undefined;

export interface Column<Row> {
  /** Its name in files. */
  name: string;
  type: 'text' | 'number' | 'date' | 'flag';
  /** What it says, Italian. */
  meaning: string;
  /** The values it may have, where they are few. */
  values?: readonly string[] | undefined;
  cell(row: Row): CellValue;
}

/** A table: an id that is also its file's name, its words, and its rows. */
export interface Dataset<Row = never> {
  id: string;
  title: string;
  description: string;
  /** The collections whose entries it is made of. */
  from: readonly CollectionId[];
  columns: readonly Column<Row>[];
  rows(edition: Edition): readonly Row[];
}

/** Declares a table; it only fixes the types. */
export const defineDataset = <Row>(dataset: Dataset<Row>): Dataset => dataset as unknown as Dataset;

const TYPES: Partial<Record<Field['kind'], Column<never>['type']>> = {
  date: 'date',
  number: 'number',
  whole: 'number',
  flag: 'flag',
};

/**
 * A column that holds a field of the model: type, meaning and values are the field's.
 *
 * @param path of the field within its collection: `counter.since`
 * @param meaning in place of the field's own words, where those are for writing it
 */
export function field<Row>(
  name: string,
  collection: CollectionId,
  path: string,
  cell: (row: Row) => CellValue,
  meaning?: string,
): Column<Row> {
  const found = path
    .split('.')
    .reduce<Field | undefined>(
      (above, part) =>
        (above ? (above.fields ?? []) : describeFields(collections[collection].schema)).find(
          ({ name }) => name === part,
        ),
      undefined,
    );
  if (!found) throw new Error(`${collection}: no field ${path}`);
  const { label, hint, kind, choices } = found;
  const said = meaning ?? [label, hint].filter(Boolean).join('. ').replace(/\.?$/, '.');
  return { name, type: TYPES[kind] ?? 'text', meaning: said, values: choices?.map(([, value]) => value), cell };
}

const choices = new Map<string, ReadonlyMap<string, string>>();

/** The label of a choice's value, as readers know it. */
export function labelOf(collection: CollectionId, path: string, value: string): string {
  const key = `${collection} ${path}`;
  const known =
    choices.get(key) ??
    new Map(describeFields(collections[collection].schema).find(({ name }) => name === path)?.choices);
  choices.set(key, known);
  return known.get(value) ?? value;
}

/** A column of one's own, where the model has no such field. */
export const own = <Row>(
  name: string,
  type: Column<Row>['type'],
  meaning: string,
  cell: (row: Row) => CellValue,
  values?: readonly string[],
): Column<Row> => ({ name, type, meaning, values, cell });

/** Says which rows are invented. */
export const demo = <Row>(isDemo: (row: Row) => boolean | undefined): Column<Row> =>
  own('dimostrativo', 'flag', 'Vero per i dati inventati a scopo di dimostrazione.', (row) => isDemo(row) === true);
