/** The figures of the indicators' pages. */
import type { HTMLElement } from 'node-html-parser';
import { inWords } from './dates.ts';
import { medianOf, ofPeriod, writer, written, writtenHalf, writtenMedian } from './numbers.ts';
import {
  chartsIn,
  type Figure,
  figuresOf,
  linesOf,
  pageAt,
  partOf,
  rowsOf,
  type Site,
  textOf,
  textsOf,
} from './pages.ts';
import { addressOf, byTitle, type Entry, type Indicator, titleOf } from './sources.ts';
import { latestOf, type NamedValue, type ShownSet, setsOf } from './values.ts';

interface Told {
  page: string;
  document: HTMLElement;
  title: string;
  unit: string;
  sets: ShownSet[];
}

/** Every figure of every indicator's page. */
export const indicatorFigures = (site: Site): Figure[] =>
  site.shown.all('indicators').flatMap((indicator: Entry<Indicator>) => {
    const page = addressOf(site.shown, indicator);
    const { unit } = indicator.data;
    const sets = setsOf(site.shown, indicator);
    const told: Told = { page, document: pageAt(site, page), title: titleOf(indicator), unit, sets };
    return [table, unnamed, latest, overTime, groups].flatMap((figuresIn) => figuresIn(told));
  });

const namedIn = ({ named = [] }: ShownSet, { ref }: Entry) => named.find(({ participant }) => participant.ref === ref);

/** A cell: the value, then numerator and denominator, then the note. */
const cellOf = (value: NamedValue | undefined, unit: string) =>
  value
    ? [
        writer(unit)(value.value),
        value.denominator === undefined ? '' : `${written(value.numerator ?? 0)} su ${written(value.denominator)}`,
        value.note?.trim() ?? '',
      ].join(' | ')
    : 'non rilevato |  | ';

function cellIn(cell: HTMLElement, document: HTMLElement): string {
  const note = cell.querySelector('sup a')?.getAttribute('href');
  const noted = note ? textOf(document.querySelector(note)) : '';
  const [small, sup] = [textOf(cell.querySelector('small')) ?? '', cell.querySelector('sup')?.text ?? ''];
  const whole = textOf(cell) ?? '';
  const value = whole.slice(0, whole.length - small.length - sup.length);
  return [value, small, noted?.replace(/^.*?: /, '').replace(/ ↩$/, '')].join(' | ');
}

/** All values by name, and the medians below them. */
function table({ page, document, unit, sets }: Told): Figure[] {
  const { figures, add } = figuresOf(page);
  const columns = sets.filter(({ named }) => named);
  const refs = new Map(columns.flatMap(({ named = [] }) => named.map((row) => [row.participant.ref, row.participant])));
  const participants = [...refs.values()].sort(byTitle);
  const rows = document.querySelectorAll('table.values tbody tr');
  add('rows', rows.length, participants.length);
  if (participants.length === 0) return figures;
  const heads = document.querySelectorAll('table.values thead th').slice(1);
  add('columns', heads.map(({ id }) => id).join(), columns.map(({ period }) => period).join());
  for (const [down, participant] of participants.entries()) {
    const cells = rows[down]?.querySelectorAll('th, td') ?? [];
    add(`row ${down + 1}`, textOf(cells[0]), titleOf(participant));
    for (const [across, set] of columns.entries()) {
      const cell = cells[across + 1];
      const expected = cellOf(namedIn(set, participant), unit);
      add(`${titleOf(participant)}, ${set.period}`, cell && cellIn(cell, document), expected);
    }
  }
  const medians = columns.map(({ numbers }) => writtenMedian(numbers, unit));
  return [...figures, ...linesOf(page, 'median below', textsOf(document, 'table.values tfoot td'), medians)];
}

/** Values without names, in order of size. */
function unnamed({ page, document, unit, sets }: Told): Figure[] {
  const without = sets.filter(({ named }) => !named);
  const lists = document
    .querySelectorAll('section[aria-labelledby=rilevazioni] h3[id]')
    .filter(({ id }) => id !== 'note');
  const periods = linesOf(
    page,
    'period without names',
    lists.map(({ id }) => id),
    without.map(({ period }) => period),
  );
  const values = without.flatMap(({ numbers, period }) => {
    const list = lists.find(({ id }) => id === period)?.nextElementSibling;
    return linesOf(page, `${period} without names`, textsOf(list, 'li'), numbers.map(writer(unit)));
  });
  return [...periods, ...values];
}

/** The median in a chart's label. */
function medianIs(numbers: readonly number[], unit: string): string {
  if (medianOf(numbers) !== undefined) return `mediana ${writtenMedian(numbers, unit)}`;
  return numbers.length === 1 ? 'un solo valore' : `${numbers.length} valori, nessuna mediana`;
}

/** The last period with values: its chart, and what is said of all its values. */
function latest({ page, document, title, unit, sets }: Told): Figure[] {
  const { figures, add } = figuresOf(page);
  const part = partOf(document, 'ultimi-valori');
  const set = latestOf(sets);
  add('a last period', part !== null, set !== undefined);
  if (!part || !set) return figures;
  const { numbers } = set;
  const write = writer(unit);
  const period = inWords(set.period);
  const [least, most] = [write(Math.min(...numbers)), write(Math.max(...numbers))];
  const range = numbers.length === 1 ? `un valore, ${least}` : `${numbers.length} valori, da ${least} a ${most}`;
  const middle = medianOf(numbers) === undefined ? '' : `; ${medianIs(numbers, unit)}`;
  const label = `${title}, ${period}: ${range}${middle}.`;
  add('last period', textOf(part.querySelector('h2')), `I valori ${ofPeriod(period)}`);
  add('chart of the last period', chartsIn(part).join(' / '), label);
  const half = writtenHalf(numbers, unit, 'servono almeno 5 valori');
  const summary = [
    `Mediana della rete: ${writtenMedian(numbers, unit)}`,
    ...(medianOf(numbers) === undefined ? [] : [`Metà centrale: ${half}`]),
    `Valori: ${numbers.length}`,
  ];
  const shown = part.querySelectorAll('dl.summary > div').map((line) => textsOf(line, 'dt, dd').join(': '));
  const dots = set.named?.map(({ value }) => write(value)) ?? [];
  return [
    ...figures,
    ...linesOf(page, 'summary', shown, summary),
    ...linesOf(page, 'value in the chart', textsOf(part, '.chart-wide .chart-value text'), dots),
  ];
}

/** The medians of all periods, as the chart tells them. */
function overTime({ page, document, title, unit, sets }: Told): Figure[] {
  const { figures, add } = figuresOf(page);
  const filled = sets.filter(({ numbers }) => numbers.length > 0);
  const points = sets.map(({ period, numbers }) => `${inWords(period)}: ${medianIs(numbers, unit)}`);
  const label = `${title} nel tempo. ${points.join('; ')}.`;
  add('chart over time', chartsIn(partOf(document, 'nel-tempo')).join(' / '), filled.length > 1 ? label : '');
  return figures;
}

/** Classes of inhabitants, by article 156 of the law on local bodies: where each begins. */
const CLASSES: [number, string][] = [
  [0, 'fino a 4.999 abitanti'],
  [5000, 'da 5.000 a 9.999 abitanti'],
  [10000, 'da 10.000 a 19.999 abitanti'],
  [20000, 'da 20.000 a 59.999 abitanti'],
  [60000, 'da 60.000 a 99.999 abitanti'],
  [100000, '100.000 abitanti e oltre'],
];

/** The last period's values by the size of the municipality. */
function groups({ page, document, unit, sets }: Told): Figure[] {
  const values = sets.at(-1)?.named ?? [];
  const sized = Map.groupBy(
    values.filter(({ participant }) => participant.data.population),
    ({ participant }) => CLASSES.findLast(([from]) => (participant.data.population?.value ?? 0) >= from)?.[1] ?? '',
  );
  const expected = CLASSES.flatMap(([, label]) => {
    const found = sized.get(label);
    if (!found) return [];
    const median = writtenMedian(
      found.map(({ value }) => value),
      unit,
    );
    const many = `${found.length} partecipanti`;
    return [[label, median, found.length > 12 ? many : found.map(({ participant }) => titleOf(participant)).join('')]];
  });
  const rows = rowsOf(partOf(document, 'gruppi'));
  return linesOf(
    page,
    'group',
    rows.map((cells) => cells.join(' | ')),
    expected.map((cells) => cells.join(' | ')),
  );
}
