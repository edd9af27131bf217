/** The figures of the overview of themes and of each theme's page. */
import type { HTMLElement } from 'node-html-parser';
import { inWords } from './dates.ts';
import { type Commitment, commitmentLine, commitmentsOf, isOpen, meetingsOf, STAGES } from './items.ts';
import { countOf } from './lists.ts';
import { listed, writtenMedian } from './numbers.ts';
import {
  type Figure,
  figuresOf,
  itemsIn,
  linesOf,
  linkIn,
  pageAt,
  partOf,
  type Site,
  textOf,
  textsOf,
} from './pages.ts';
import { addressOf, calledIn, type Entry, type Shown, type Theme, titleOf } from './sources.ts';
import { type Cell, cellsOn, resultOf, trialLine, trialLinesIn } from './trials.ts';
import { latestOf, setsOf } from './values.ts';

/** How much of each kind a page lists. */
const SHOWN = 30;

const stages = Object.keys(STAGES);

/** What stands behind a theme. */
interface Behind {
  theme: Entry<Theme>;
  meetings: { date: string; title: string; decisions: string[] }[];
  trials: Cell[];
  open: Commitment[];
}

function behind(shown: Shown, theme: Entry<Theme>): Behind {
  const meetings = meetingsOf(shown).flatMap((minutes) => {
    const { date, agenda = [], decisions = [] } = minutes.data;
    const made = decisions.filter((decision) => decision.theme === theme.id);
    const points = agenda.filter((point) => point.theme === theme.id);
    if (made.length + points.length === 0) return [];
    return [{ date, title: titleOf(minutes), decisions: made.map(({ id }) => id) }];
  });
  const open = commitmentsOf(shown).filter((made) => made.item.theme === theme.id && isOpen(made));
  return { theme, meetings, trials: cellsOn(shown, theme.id), open };
}

const many = (count: number, one: string, more: string, none?: string) =>
  count === 0 && none ? none : `${count} ${count === 1 ? one : more}`;

/** The overview of all themes by stage. */
export function overviewFigures(site: Site): Figure[] {
  const { shown } = site;
  const address = `${shown.base}temi/`;
  const page = pageAt(site, address);
  const { figures, add } = figuresOf(address);
  const themes = shown.all('themes');
  add('count', textOf(page.querySelector('.listing-count')), countOf(themes));
  const rows = stages.flatMap((stage, at) =>
    (partOf(page, `fase-${stage}`)?.querySelectorAll('.row') ?? []).map((row) => {
      const step = textOf(row.querySelector('.steps-name'));
      return `${linkIn(row)} ${step} ${at + 1} ${textOf(row.querySelector('.row-facts'))}`;
    }),
  );
  const expected = themes.map((theme) => {
    const { meetings, trials, open } = behind(shown, theme);
    const at = stages.indexOf(theme.data.status) + 1;
    const counts = [
      many(meetings.length, 'incontro', 'incontri', 'nessun incontro'),
      many(trials.length, 'sperimentazione', 'sperimentazioni', 'nessuna sperimentazione'),
      many(open.length, 'impegno aperto', 'impegni aperti', 'nessun impegno aperto'),
    ];
    const step = `Fase ${at} di 5: ${STAGES[theme.data.status]}`;
    return `${addressOf(shown, theme)} ${step} ${at} ${counts.join(', ')}`;
  });
  return [...figures, ...linesOf(address, 'theme', rows.sort(), expected.sort())];
}

/** Every theme's page. */
export const themeFigures = (site: Site): Figure[] =>
  site.shown.all('themes').flatMap((theme) => {
    const address = addressOf(site.shown, theme);
    const page = pageAt(site, address);
    const known = behind(site.shown, theme);
    const compare = (what: string, shown: string[], expected: string[]) => linesOf(address, what, shown, expected);
    return [
      ...compare('stage', stagesIn(page), expectedStages(site.shown, theme)),
      ...compare('what is missing', missingIn(page), expectedMissing(known)),
      ...trialFigures(site.shown, page, known, compare),
      ...compare(
        'open commitment',
        itemsIn(partOf(page, 'impegni')),
        known.open.slice(0, SHOWN).map((made) => commitmentLine(site.shown, made, true)),
      ),
      ...compare('meeting', meetingsIn(page), known.meetings.slice(-SHOWN).map(meetingLine)),
      ...compare(
        'indicator',
        textsOf(partOf(page, 'indicatori'), '.results > li').sort(),
        indicatorsOn(site.shown, theme).sort(),
      ),
    ];
  });

const stagesIn = (page: HTMLElement) =>
  page.querySelectorAll('.road > .road-step').map((step) => {
    const [name, when] = [
      textOf(step.querySelector('.road-name'))?.replace(/,$/, ''),
      textOf(step.querySelector('.road-when')) ?? '',
    ];
    return [name, when, when.includes('riservato') ? '' : linkIn(step)].join(' | ');
  });

/** When each stage was reached: at the meeting that decided it, or at which the theme was opened. */
const expectedStages = (shown: Shown, { id, data }: Entry<Theme>): string[] =>
  stages.map((stage, at) => {
    if (at > stages.indexOf(data.status)) return `${STAGES[stage]} |  | `;
    for (const minutes of meetingsOf(shown)) {
      const decision = minutes.data.decisions?.find((made) => made.stage === stage && made.theme === id);
      if (decision)
        return `${STAGES[stage]} | ${inWords(minutes.data.date)} | ${addressOf(shown, minutes)}#${decision.id}`;
    }
    const isFirst = stage === 'comparing' || data.status === 'proposed';
    if (!isFirst || !data.openedAt) return `${STAGES[stage]} | data non nota | `;
    const opened = shown.find('minutes', data.openedAt);
    if (!opened) return `${STAGES[stage]} | ${calledIn(undefined)} | `;
    return `${STAGES[stage]} | ${inWords(opened.data.date)} | ${addressOf(shown, opened)}`;
  });

/** The sentences that say how many of something are missing. */
const missingIn = (page: HTMLElement) =>
  textsOf(partOf(page, 'manca'), 'li').filter((line) => /^(Concludere|Riportare|Chiudere) /.test(line));

function expectedMissing({ theme, trials, open }: Behind): string[] {
  if (theme.data.status !== 'trialling') return [];
  const ended = trials.filter(({ trial }) => ['adopted', 'dropped'].includes(trial.data.state));
  const running = trials.length - ended.length;
  const untold = ended.filter(({ trial }) => (trial.data.results ?? []).length === 0).length;
  const sentence = (count: number, one: string, more: string) => (count === 0 ? [] : [count === 1 ? one : more]);
  return [
    ...sentence(
      running,
      'Concludere la sperimentazione prevista o in corso.',
      `Concludere le ${running} sperimentazioni previste o in corso.`,
    ),
    ...sentence(
      untold,
      'Riportare i risultati della sperimentazione conclusa.',
      `Riportare i risultati delle ${untold} sperimentazioni concluse che non ne hanno.`,
    ),
    ...sentence(
      open.length,
      'Concludere l’impegno ancora aperto.',
      `Concludere gli impegni ancora aperti: ${open.length}.`,
    ),
  ];
}

type Compare = (what: string, shown: string[], expected: string[]) => Figure[];

const COUNTED: [string, string, string][] = [
  ['planned', 'prevista', 'previste'],
  ['trialling', 'in corso', 'in corso'],
  ['adopted', 'adottata', 'adottate'],
  ['dropped', 'abbandonata', 'abbandonate'],
];

/** How many trials are in which state, which they are, and what they brought. */
function trialFigures(shown: Shown, page: HTMLElement, { trials }: Behind, compare: Compare): Figure[] {
  const part = partOf(page, 'sperimentazioni');
  const counts = COUNTED.flatMap(([state, one, more]) => {
    const { length } = trials.filter(({ trial }) => trial.data.state === state);
    return length === 0 ? [] : [many(length, one, more)];
  });
  const sentence = trials.length === 0 ? [] : [`${listed(counts)}.`];
  const results = trials.flatMap(({ trial }) =>
    (trial.data.results ?? []).map((result) => {
      const { title, before, after } = resultOf(shown, result);
      const period = result.period ? ` (${inWords(result.period)})` : '';
      return `${title}: prima ${before}, dopo ${after}${period}. ${titleOf(trial)}`;
    }),
  );
  return [
    ...compare('trials by state', textsOf(part, 'h2 + p'), sentence),
    ...compare('trial', trialLinesIn(part).sort(), trials.map(trialLine).sort()),
    ...compare('result', textsOf(partOf(page, 'risultati'), '.results > li').sort(), results.sort()),
  ];
}

const meetingsIn = (page: HTMLElement) =>
  (partOf(page, 'incontri')?.querySelectorAll('.meetings > li') ?? []).map((meeting) =>
    [textOf(meeting.querySelector('.meetings-when')), ...textsOf(meeting, 'ul > li > a')].join(' | '),
  );
const meetingLine = ({ date, title, decisions }: Behind['meetings'][number]) =>
  [`${inWords(date)} ${title}`, ...decisions].join(' | ');

/** The last median of each of a theme's indicators. */
const indicatorsOn = (shown: Shown, theme: Entry<Theme>): string[] =>
  shown
    .all('indicators')
    .filter(({ data }) => data.theme === theme.id)
    .map((indicator) => {
      const set = latestOf(setsOf(shown, indicator));
      if (!set) return `${titleOf(indicator)}. Ancora senza valori.`;
      const median = writtenMedian(set.numbers, indicator.data.unit);
      if (set.numbers.length < 3) return `${titleOf(indicator)}. ${median}`;
      return `${titleOf(indicator)}. Mediana della rete (${inWords(set.period)}): ${median}.`;
    });
