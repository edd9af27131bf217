/** Files made from an edition for other programs: open data, its dictionary and catalogue, and calendars. */
import Papa from 'papaparse';
import type { Edition } from '#content';
import { calendars } from './calendars.ts';
import { catalogue } from './catalogue.ts';
import type { CellValue, Column } from './dataset.ts';
import { dataset as measurements } from './datasets/measurements.ts';
import { datasets } from './datasets.ts';
import { idOf } from './entries.ts';

/** Where open data are, within the edition. */
export const DATA = 'dati/';
/** The values of one indicator. */
export const measurementsFile = (indicator: string): string => `${DATA}rilevazioni/${idOf(indicator)}.csv`;

type Row = Record<string, CellValue>;

/** RFC 4180. Text that a spreadsheet would run as a formula starts with an apostrophe. */
function csv(columns: readonly Column<never>[], rows: readonly Row[]): string {
  const names = columns.map(({ name }) => name);
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]))];
  return `${Papa.unparse(lines, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}

/** A row a line: large tables stay readable, and differences small. */
const jsonRows = (rows: readonly Row[]): string => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/**
 * All such files of an edition, by their path within it.
 *
 * @param home the edition's public address, with its prefix
 */
export function benchmarkFiles(edition: Edition, home: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const { id, columns, rows } of datasets) {
    const cells = rows(edition).map(
      (row): Row => Object.fromEntries(columns.map(({ name, cell }) => [name, cell(row)])),
    );
    files.set(`${DATA}${id}.csv`, csv(columns, cells));
    files.set(`${DATA}${id}.json`, jsonRows(cells));
    if (id !== measurements.id) continue;
    const byIndicator = Map.groupBy(cells, ({ indicatore }) => indicatore);
    for (const { indicator } of edition.series)
      files.set(measurementsFile(indicator.ref), csv(columns, byIndicator.get(idOf(indicator.ref)) ?? []));
  }
  files.set(`${DATA}dizionario.json`, json(dictionary()));
  files.set(`${DATA}catalogo.jsonld`, json(catalogue(edition, new URL(DATA, home).href)));
  for (const [path, text] of calendars(edition, home)) files.set(path, text);
  return files;
}

/** A table as people and programs are told of it. */
export interface DatasetTold {
  id: string;
  title: string;
  description: string;
  columns: Pick<Column<never>, 'name' | 'type' | 'meaning' | 'values'>[];
}

/** What every column of every table says. */
export const dictionary = (): DatasetTold[] =>
  datasets.map(({ id, title, description, columns }) => ({
    id,
    title,
    description,
    columns: columns.map(({ name, type, meaning, values }) => ({ name, type, meaning, values })),
  }));
