/** The figures of the participants' pages. */
import type { HTMLElement } from 'node-html-parser';
import { inWords } from './dates.ts';
import { commitmentLine, commitmentsOf } from './items.ts';
import { writer, written, writtenHalf, writtenMedian } from './numbers.ts';
import {
  type Figure,
  factOf,
  figuresOf,
  itemsIn,
  linesOf,
  pageAt,
  partOf,
  rowsOf,
  type Site,
  textsOf,
} from './pages.ts';
import { addressOf, type Entry, type Participant, type Shown, titleOf } from './sources.ts';
import { cellsOf, trialLinesIn } from './trials.ts';
import { setsOf } from './values.ts';

/** How many commitments and trials a page lists. */
const COMMITMENTS = 30;
const TRIALS = 40;

/** Every participant's page. */
export const participantFigures = (site: Site): Figure[] =>
  site.shown.all('participants').flatMap((participant) => {
    const address = addressOf(site.shown, participant);
    const page = pageAt(site, address);
    const { figures, add } = figuresOf(address);
    const { population } = participant.data;
    const inhabitants = population && `${written(population.value)} (${population.year})`;
    add('inhabitants', factOf(page, 'Abitanti'), inhabitants);
    return [...figures, ...ownFigures(site.shown, participant, page, address)];
  });

function ownFigures(shown: Shown, participant: Entry<Participant>, page: HTMLElement, address: string): Figure[] {
  const { figures, add } = figuresOf(address);
  const commitments = commitmentsOf(shown).filter(({ item }) => item.owner === participant.id);
  const trials = cellsOf(shown).filter((cell) => cell.participant.ref === participant.ref);
  const part = partOf(page, 'impegni');
  const all = textsOf(part, 'p a').find((text) => text.startsWith('Tutti e '));
  const more = commitments.length > COMMITMENTS;
  add('all commitments', all, more ? `Tutti e ${commitments.length} nel registro degli impegni` : undefined);
  const lines = commitments.slice(0, COMMITMENTS).map((made) => commitmentLine(shown, made, true));
  const tried = trials.map(({ practice, state }) => `${titleOf(practice)} | ${state}`);
  const shownTrials = trialLinesIn(partOf(page, 'sperimenta'));
  const rows = rowsOf(partOf(page, 'valori')).map((cells) => cells.join(' | '));
  return [
    ...figures,
    ...linesOf(address, 'commitment', itemsIn(part), lines),
    ...linesOf(address, 'trial', shownTrials.sort(), tried.slice(0, TRIALS).sort()),
    ...linesOf(address, 'value', rows.sort(), valuesOf(shown, participant).sort()),
  ];
}

/** Its last value of each indicator, beside the median and the middle half of that period. */
const valuesOf = (shown: Shown, { ref }: Entry<Participant>): string[] =>
  shown.all('indicators').flatMap((indicator) => {
    const { unit } = indicator.data;
    const isOwn = ({ participant }: { participant: Entry }) => participant.ref === ref;
    const set = setsOf(shown, indicator).findLast(({ named }) => named?.some(isOwn));
    const own = set?.named?.find(isOwn);
    if (!set || !own) return [];
    const period = inWords(set.period) + (set.provisional ? ' (rilevazione provvisoria)' : '');
    const half = writtenHalf(set.numbers, unit, '–');
    const median = writtenMedian(set.numbers, unit);
    return [[titleOf(indicator), period, writer(unit)(own.value), median, half].join(' | ')];
  });
