/** The figures of the adoption matrix. */
import { type Facet, listFigures, narrowed, pagesFrom, segmentOf } from './lists.ts';
import { type Figure, figuresOf, linesOf, linkIn, pageAt, partOf, type Site, textOf } from './pages.ts';
import { addressOf, byTitle, type Entry, practiceAt, type Shown, type Trial, titleOf } from './sources.ts';
import { type Cell, cellsOf, promised, TRIAL_STATES, themesOf } from './trials.ts';

const UNTRIED = 20;

function facetsOf(shown: Shown): Facet<Entry<Trial>>[] {
  const themes = ({ data }: Entry<Trial>) => {
    const practice = practiceAt(shown, data.practice);
    return (practice ? themesOf(shown, practice) : []).flatMap((id) => shown.find('themes', id) ?? []);
  };
  const state = ({ data }: Entry<Trial>) => TRIAL_STATES[data.state] ?? '';
  const participant = ({ data }: Entry<Trial>) => shown.find('participants', data.participant) ?? [];
  return [
    { segment: 'tema', values: (trial) => themes(trial).map((theme) => [theme.id, titleOf(theme)]) },
    { segment: 'stato', values: (trial) => [[segmentOf(state(trial)), state(trial)]] },
    {
      segment: 'partecipante',
      values: (trial) => [participant(trial)].flat().map((found) => [found.id, titleOf(found)]),
    },
    {
      segment: 'anno',
      values: ({ data }) => (data.started ? [[data.started.slice(0, 4), data.started.slice(0, 4)]] : []),
    },
  ];
}

/** A filled cell: what is tried, by whom, how far, and where to read of it. */
const cellLine = (shown: Shown, { practice, participant, state, trial }: Cell) =>
  `${addressOf(shown, practice)} × ${addressOf(shown, participant)}: ${state} ${addressOf(shown, trial)}`;

/** The filled cells of the matrix on a page, in no order. */
function cellsIn(site: Site, address: string): string[] {
  return pagesFrom(site, address).flatMap((page) => {
    const heads = page.querySelectorAll('table.matrix thead th').map(linkIn);
    return page.querySelectorAll('table.matrix tbody tr').flatMap((row) =>
      row.querySelectorAll('th, td').flatMap((cell, column) =>
        cell.querySelectorAll('a.mark').map((mark) => {
          const place = `${linkIn(row.querySelector('th'))} × ${heads[column]}`;
          return `${place}: ${textOf(mark)} ${mark.getAttribute('href')}`;
        }),
      ),
    );
  });
}

/** What nobody tries yet, of all practices or of a theme's. */
function untriedFigures(site: Site, path: string, theme: string | undefined): Figure[] {
  const { shown } = site;
  const { figures, add } = figuresOf(path);
  const tried = new Set(cellsOf(shown).map(({ practice }) => practice.ref));
  const untried = (['guides', 'manuals', 'tools'] as const)
    .flatMap((kind) => shown.all(kind).sort(byTitle))
    .filter(
      (practice) =>
        !tried.has(practice.ref) &&
        (practice.data as { status?: string }).status !== 'draft' &&
        (theme === undefined || themesOf(shown, practice).includes(theme)),
    );
  const part = partOf(pageAt(site, path), 'da-provare');
  const links = (part?.querySelectorAll('.row') ?? []).map(linkIn);
  const more = untried.length - UNTRIED;
  const others = more === 1 ? 'e un’altra voce' : `e altre ${more} voci`;
  if (more > 0) add('how many more nobody tries', textOf(part?.querySelectorAll(':scope > p').at(-1)), others);
  const expected = untried.slice(0, UNTRIED).map((practice) => addressOf(shown, practice));
  return [...figures, ...linesOf(path, 'what nobody tries', links, expected)];
}

/** Every page of the matrix. */
export function matrixFigures(site: Site): Figure[] {
  const { shown } = site;
  const root = `${shown.base}sperimentazioni/`;
  const lists = narrowed(root, [...shown.all('trials'), ...promised(shown)], facetsOf(shown));
  const cells = new Map(cellsOf(shown).map((cell) => [cell.trial.ref, cell]));
  const tables = lists.flatMap(({ path, rows }): Figure[] => {
    const expected = rows.flatMap(({ ref }) => cells.get(ref) ?? []).map((cell) => cellLine(shown, cell));
    const others = rows.filter(({ ref }) => !cells.has(ref)).map((trial) => addressOf(shown, trial));
    const part = partOf(pageAt(site, path), 'altre');
    const otherLinks = (part?.querySelectorAll('.row') ?? []).map(linkIn);
    const theme = /\/tema\/([^/]+)\/$/.exec(path)?.[1];
    return [
      ...linesOf(path, 'cell', cellsIn(site, path).sort(), expected.sort()),
      ...linesOf(path, 'trial of what is not shown', otherLinks.sort(), others.sort()),
      ...(theme || path === root ? untriedFigures(site, path, theme) : []),
    ];
  });
  return [...listFigures(site, root, lists), ...tables];
}
