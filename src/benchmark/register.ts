/** The registers: every commitment and every decision of all minutes that an edition shows. */
import type { Edition } from '#content';
import type { Item } from '#mdx';
import { compareDates, isBefore } from '#model';
import { entriesOf } from './entries.ts';

/** In the order in which a register lists them. */
export const commitmentStates = ['overdue', 'open', 'done', 'dropped'] as const;
export type CommitmentState = (typeof commitmentStates)[number];

export interface Commitment extends Item {
  state: CommitmentState;
}

const isCommitment = (item: Item): item is Commitment => item.state !== undefined;

const NEVER = '9999';
const rank = ({ state }: Commitment) => commitmentStates.indexOf(state);
/** True while there is still something to do. */
export const isOpen = ({ state }: Commitment): boolean => state === 'open' || state === 'overdue';
const settledAt = ({ closedAt, minutes }: Item) => closedAt ?? minutes.date ?? '1800';

/** Overdue first, then open, the earliest due first; then what is settled, the latest first. */
const byUrgency = (a: Commitment, b: Commitment): number =>
  rank(a) - rank(b) ||
  (isOpen(a) ? compareDates(a.due ?? NEVER, b.due ?? NEVER) : compareDates(settledAt(b), settledAt(a))) ||
  a.id.localeCompare(b.id);

const registers = new WeakMap<Edition['entries'], Commitment[]>();

/** All commitments, the most urgent first; gathered once, since many pages are made from them. */
export function commitmentsOf({ entries }: Pick<Edition, 'entries'>): readonly Commitment[] {
  const known =
    registers.get(entries) ??
    entriesOf({ entries }, 'minutes')
      .flatMap(({ items }) => items.filter(isCommitment))
      .sort(byUrgency);
  registers.set(entries, known);
  return known;
}

/** All decisions: of the newest meeting first, in its minutes' order. */
export const decisionsOf = (edition: Pick<Edition, 'entries'>): Item[] =>
  entriesOf(edition, 'minutes')
    .sort((a, b) => compareDates(b.data.date, a.data.date) || b.data.number - a.data.number)
    .flatMap(({ items }) => items.filter((item) => !isCommitment(item)));

/**
 * What earlier meetings had left open when one was held: commitments made before it and not closed before it. Where
 * partial dates leave that undecided, a commitment counts as still open; one dropped without a date as closed.
 */
export const carriedInto = (date: string, commitments: readonly Commitment[]): Commitment[] =>
  commitments.filter(
    (item) =>
      item.minutes.date !== undefined &&
      isBefore(item.minutes.date, date) &&
      (item.closedAt ? !isBefore(item.closedAt, date) : isOpen(item)),
  );
