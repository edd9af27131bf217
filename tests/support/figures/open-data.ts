/** The figures of open data: how many rows each table has, and what the rows of measurements, trials and commitments say. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { commitmentsOf, decisionsOf, meetingsOf, nextMeeting, STATES } from './items.ts';
import { rounded, written } from './numbers.ts';
import { type Figure, figuresOf, linesOf, pageAt, partOf, type Site, textOf } from './pages.ts';
import { type Entry, type Indicator, type Shown, titleOf } from './sources.ts';
import { cellsOf } from './trials.ts';
import { setsOf } from './values.ts';

type Row = Record<string, string>;

const fileAt = ({ built }: Site, path: string) => readFileSync(join(built.folder, 'dati', path), 'utf8');
/** An empty line counts as a row of nothing. */
const csvAt = (site: Site, table: string): Row[] =>
  parse(fileAt(site, `${table}.csv`), { columns: true, relax_column_count: true });
const jsonAt = (site: Site, table: string): Row[] => JSON.parse(fileAt(site, `${table}.json`));

const COLUMNS = [
  'indicatore',
  'periodo',
  'stato',
  'partecipante',
  'comune',
  'valore',
  'numeratore',
  'denominatore',
  'nota',
];

/** The rows of an indicator's measurements: without a name neither numerator, denominator nor note. */
const measurementsOf = (shown: Shown, indicator: Entry<Indicator>): string[] =>
  setsOf(shown, indicator).flatMap(({ period, provisional, named, numbers }) => {
    const first = [indicator.id, period, provisional ? 'Provvisoria' : 'Definitiva'];
    const rows = named?.map(({ participant, value, numerator, denominator, note }) => {
      const who = [participant.id, titleOf(participant)];
      return [...first, ...who, rounded(value, 4), numerator, denominator, note?.trim()];
    });
    return (rows ?? numbers.map((value) => [...first, '', '', value, '', '', ''])).map((cells) => cells.join(' | '));
  });

const lineOf = (row: Row, columns: readonly string[]) => columns.map((name) => row[name] ?? '').join(' | ');

/** What each table holds, as many lines as it has rows. */
const tablesOf = (shown: Shown): { table: string; columns: string[]; rows: string[] }[] => [
  { table: 'partecipanti', columns: ['id', 'abitanti'], rows: populations(shown) },
  { table: 'indicatori', columns: ['id'], rows: shown.all('indicators').map(({ id }) => id) },
  {
    table: 'rilevazioni',
    columns: COLUMNS,
    rows: shown.all('indicators').flatMap((indicator) => measurementsOf(shown, indicator)),
  },
  {
    table: 'sperimentazioni',
    columns: ['id', 'pratica', 'partecipante', 'stato'],
    rows: cellsOf(shown).map(({ trial, practice, participant, state }) =>
      [trial.id, practice.ref, participant.id, state].join(' | '),
    ),
  },
  { table: 'incontri', columns: ['numero', 'data', 'stato'], rows: meetings(shown) },
  {
    table: 'decisioni',
    columns: ['id', 'data'],
    rows: decisionsOf(shown).map(({ item, minutes }) => `${item.id} | ${minutes.data.date}`),
  },
  {
    table: 'impegni',
    columns: ['id', 'stato', 'scadenza', 'concluso_il', 'a_carico_di'],
    rows: commitmentsOf(shown).map(({ item, state }) =>
      [item.id, STATES[state], item.due, item.closedAt, item.owner].join(' | '),
    ),
  },
];

const populations = (shown: Shown) =>
  shown.all('participants').map(({ id, data }) => `${id} | ${data.population?.value ?? ''}`);

function meetings(shown: Shown): string[] {
  const next = nextMeeting(shown);
  const held = meetingsOf(shown).map(({ data }) => [data.number, data.date, 'Tenuto'].join(' | '));
  return [...held, ...(next ? [[next.number, next.date, 'Previsto'].join(' | ')] : [])];
}

/** Every table: its rows in both formats, and how many the page says there are. */
export function dataFigures(site: Site): Figure[] {
  const address = `${site.shown.base}dati/`;
  const page = pageAt(site, address);
  const { figures, add } = figuresOf(address);
  const rows = tablesOf(site.shown).flatMap(({ table, columns, rows: expected }): Figure[] => {
    const told = /(Una riga|[\d.]+ righe)/.exec(textOf(partOf(page, table)) ?? '')?.[1];
    add(`rows of ${table}`, told, expected.length === 1 ? 'Una riga' : `${written(expected.length)} righe`);
    const lines = (found: Row[]) => found.map((row) => lineOf(row, columns)).sort();
    const inOrder = expected.toSorted();
    return [
      ...linesOf(`${address}${table}.csv`, 'row', lines(csvAt(site, table)), inOrder),
      ...linesOf(`${address}${table}.json`, 'row', lines(jsonAt(site, table)), inOrder),
    ];
  });
  return [...figures, ...rows, ...ownTables(site)];
}

/** The table of each indicator. */
const ownTables = (site: Site): Figure[] =>
  site.shown.all('indicators').flatMap((indicator) => {
    const table = `rilevazioni/${indicator.id}`;
    const shown = csvAt(site, table).map((row) => lineOf(row, COLUMNS));
    const expected = measurementsOf(site.shown, indicator);
    return linesOf(`${site.shown.base}dati/${table}.csv`, 'row', shown.sort(), expected.sort());
  });
