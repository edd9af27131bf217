/** The registers: every commitment and every decision of all minutes that an edition shows. */
import type { Edition, EditionEntry } from '#content';
import type { Item } from '#mdx';
import { compareDates, isBefore } from '#model';

/** In the order in which a register lists them. */
export const commitmentStates = ['overdue', 'open', 'done', 'dropped'] as const;
export type CommitmentState = (typeof commitmentStates)[number];

export interface Commitment extends Item {
  state: CommitmentState;
}

const minutesOf = ({ entries }: Pick<Edition, 'entries'>) =>
  entries.filter((entry): entry is EditionEntry<'minutes'> => entry.collection === 'minutes');

const isCommitment = (item: Item): item is Commitment => item.state !== undefined;

const NEVER = '9999';
const rank = ({ state }: Commitment) => commitmentStates.indexOf(state);
const isSettled = ({ state }: Commitment) => state === 'done' || state === 'dropped';
const settledAt = ({ closedAt, minutes }: Item) => closedAt ?? minutes.date ?? '1800';

/** Overdue first, then open, the earliest due first; then what is settled, the latest first. */
export const byUrgency = (a: Commitment, b: Commitment): number =>
  rank(a) - rank(b) ||
  (isSettled(a) ? compareDates(settledAt(b), settledAt(a)) : compareDates(a.due ?? NEVER, b.due ?? NEVER)) ||
  a.id.localeCompare(b.id);

/** All commitments, the most urgent first. */
export const commitmentsOf = (edition: Pick<Edition, 'entries'>): Commitment[] =>
  minutesOf(edition)
    .flatMap(({ items }) => items.filter(isCommitment))
    .sort(byUrgency);

/** All decisions: of the newest meeting first, in its minutes' order. */
export const decisionsOf = (edition: Pick<Edition, 'entries'>): Item[] =>
  minutesOf(edition)
    .sort((a, b) => compareDates(b.data.date, a.data.date) || b.data.number - a.data.number)
    .flatMap(({ items }) => items.filter((item) => !isCommitment(item)));

/**
 * What earlier meetings had left open when one was held: commitments made before it and not closed before it. Where
 * partial dates leave that undecided, a commitment counts as still open; one dropped without a date as closed.
 */
export const carriedInto = (date: string, commitments: readonly Commitment[]): Commitment[] =>
  commitments.filter(
    ({ minutes, state, closedAt }) =>
      minutes.date !== undefined &&
      isBefore(minutes.date, date) &&
      (closedAt ? !isBefore(closedAt, date) : state === 'open' || state === 'overdue'),
  );
