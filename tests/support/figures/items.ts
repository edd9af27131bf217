/** Commitments, decisions and meetings of all minutes that an edition shows, reckoned anew. */
import { inOrder, inWords, lastDay, precedes, today } from './dates.ts';
import {
  type Action,
  calledIn,
  type Decision,
  type Entry,
  type Minutes,
  practiceAt,
  type Shown,
  titleOf,
} from './sources.ts';

/** The stages of a theme, in their order. */
export const STAGES: Record<string, string> = {
  proposed: 'Proposto',
  comparing: 'A confronto',
  acting: 'Linee d’azione',
  trialling: 'In sperimentazione',
  concluded: 'Concluso',
};

export interface Made<Item> {
  item: Item;
  minutes: Entry<Minutes>;
}
export type State = 'overdue' | Action['state'];
export interface Commitment extends Made<Action> {
  state: State;
}

export const STATES: Record<State, string> = {
  overdue: 'Scaduto',
  open: 'Aperto',
  done: 'Concluso',
  dropped: 'Abbandonato',
};
const ORDER = Object.keys(STATES);

/** Minutes in the order of their meetings. */
export const meetingsOf = (shown: Shown): Entry<Minutes>[] =>
  shown.all('minutes').sort((a, b) => inOrder(a.data.date, b.data.date) || a.data.number - b.data.number);

/** A commitment as it stands today. */
export function stateOf({ state, due }: Action): State {
  return state === 'open' && due !== undefined && lastDay(due) < today() ? 'overdue' : state;
}

export const isOpen = ({ state }: Commitment): boolean => state === 'open' || state === 'overdue';

/** Where it stands among those of the same state: by its due date, or, once settled, the latest first. */
function withinState(a: Commitment, b: Commitment): number {
  if (isOpen(a)) return inOrder(a.item.due ?? '9999', b.item.due ?? '9999');
  const settled = ({ item, minutes }: Commitment) => item.closedAt ?? minutes.data.date;
  return inOrder(settled(b), settled(a));
}

/** Overdue, open, done and dropped. */
export const commitmentsOf = (shown: Shown): Commitment[] =>
  meetingsOf(shown)
    .flatMap((minutes) => (minutes.data.actions ?? []).map((item) => ({ item, minutes, state: stateOf(item) })))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || withinState(a, b) || a.item.id.localeCompare(b.item.id),
    );

/** The newest meeting's first, in the order of its minutes. */
export const decisionsOf = (shown: Shown): Made<Decision>[] =>
  meetingsOf(shown)
    .reverse()
    .flatMap((minutes) => (minutes.data.decisions ?? []).map((item) => ({ item, minutes })));

/** Commitments of earlier meetings that were not closed when a meeting was held. */
export const carriedInto = (shown: Shown, { date }: Minutes): Commitment[] =>
  commitmentsOf(shown).filter((made) => {
    if (!precedes(made.minutes.data.date, date)) return false;
    const { closedAt } = made.item;
    return closedAt === undefined ? isOpen(made) : !precedes(closedAt, date);
  });

export interface Meeting {
  number: number;
  date: string | undefined;
  themes: string[];
  minutes: Entry<Minutes>;
}

/** The meeting that the last minutes announce, until there are minutes of it or of a later day. */
export function nextMeeting(shown: Shown): Meeting | undefined {
  const held = meetingsOf(shown);
  const minutes = held.findLast(({ data }) => data.next);
  const next = minutes?.data.next;
  if (!minutes || !next) return undefined;
  const { date } = next;
  const number = next.number ?? minutes.data.number + 1;
  const followed = held.some(
    ({ ref, data }) =>
      data.number === number ||
      (ref !== minutes.ref && (date ? !precedes(data.date, date) : precedes(minutes.data.date, data.date))),
  );
  if (followed) return undefined;
  return { number, date, themes: next.themes ?? [], minutes };
}

const themeIn = (shown: Shown, theme: string | undefined) =>
  theme === undefined ? [] : [calledIn(shown.find('themes', theme))];

/** A commitment as lists write it, as `itemsIn` reads it. */
export function commitmentLine(shown: Shown, { item, minutes, state }: Commitment, withMeeting: boolean): string {
  const { id, owner, due, closedAt, theme, practice } = item;
  const until = due ? [`scadenza: ${inWords(due)}`] : [];
  return [
    id,
    STATES[state],
    `A carico di ${calledIn(shown.find('participants', owner))}`,
    ...(closedAt ? [`conclusione: ${inWords(closedAt)}`] : until),
    ...(practice ? [`da provare: ${calledIn(practiceAt(shown, practice))}`] : []),
    ...themeIn(shown, theme),
    ...(withMeeting ? [titleOf(minutes)] : []),
  ].join(' | ');
}

/** A decision as lists write it. */
export const decisionLine = (shown: Shown, { item, minutes }: Made<Decision>, withMeeting: boolean): string =>
  [
    item.id,
    ...(item.stage ? [`nuova fase: ${STAGES[item.stage]?.toLowerCase()}`] : []),
    ...themeIn(shown, item.theme),
    ...(withMeeting ? [titleOf(minutes)] : []),
  ].join(' | ');
