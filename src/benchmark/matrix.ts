/** The adoption matrix: practices down, participants across, who is how far in each cell. */
import type { EntryLink, TrialCell } from '#mdx';
import { collectionOf } from '#model';

export interface Matrix {
  /** The columns: those who try something in it, by name. */
  participants: EntryLink[];
  /** A cell a participant; several trials of one practice by one participant stand in one cell. */
  rows: { practice: EntryLink; cells: Pick<TrialCell, 'trial' | 'state'>[][] }[];
}

/** How many cells a page may have: it stays readable, and well under 200 KB. */
const CELLS = 3000;

const byTitle = (a: EntryLink, b: EntryLink) => a.title.localeCompare(b.title, 'it');
const kindOf = ({ collection }: EntryLink) => collectionOf(collection)?.labels.many ?? '';
const byKind = (a: EntryLink, b: EntryLink) => kindOf(a).localeCompare(kindOf(b), 'it') || byTitle(a, b);

const distinct = (links: readonly EntryLink[]) => [...new Map(links.map((link) => [link.ref, link])).values()];

/** The matrix of some trials. */
export function matrixOf(trials: readonly TrialCell[]): Matrix {
  const participants = distinct(trials.map(({ participant }) => participant)).sort(byTitle);
  const columns = new Map(participants.map(({ ref }, index) => [ref, index]));
  const rows = [...Map.groupBy(trials, ({ practice }) => practice.ref).values()].map((of) => {
    const cells = participants.map((): Matrix['rows'][number]['cells'][number] => []);
    for (const { participant, trial, state } of of) cells[columns.get(participant.ref) ?? 0]?.push({ trial, state });
    return { practice: (of[0] as TrialCell).practice, cells };
  });
  return { participants, rows: rows.sort((a, b) => byKind(a.practice, b.practice)) };
}

/** The matrix in pages: as many practices each as leave it readable. */
export function matrixPages(trials: readonly TrialCell[]): Matrix[] {
  const whole = matrixOf(trials);
  const each = Math.max(5, Math.floor(CELLS / Math.max(1, whole.participants.length)));
  const practices = whole.rows.map(({ practice }) => practice.ref);
  return Array.from({ length: Math.max(1, Math.ceil(practices.length / each)) }, (_, page) => {
    const own = new Set(practices.slice(page * each, (page + 1) * each));
    return matrixOf(trials.filter(({ practice }) => own.has(practice.ref)));
  });
}
