/** Meetings: those that were held, and the next one as the latest minutes announce it. */
import type { Edition, EditionEntry } from '#content';
import type { EntryLink, Link } from '#mdx';
import { compareDates, daysOf, isBefore } from '#model';
import { entriesOf } from './entries.ts';

export interface Meeting {
  number: number;
  /** A partial ISO date. */
  date?: string | undefined;
  /** Times of day, Italian time: `10:00`. */
  starts?: string | undefined;
  ends?: string | undefined;
  place?: string | undefined;
  host?: Link | undefined;
  themes: Link[];
  /** The minutes of it, or, for one that is to come, those that announce it. */
  minutes: EntryLink;
  held: boolean;
}

type Minutes = EditionEntry<'minutes'>;

const minutesOf = (edition: Pick<Edition, 'entries'>): Minutes[] =>
  entriesOf(edition, 'minutes').sort((a, b) => compareDates(a.data.date, b.data.date) || a.data.number - b.data.number);

/** Links each once, in their order. */
const distinct = (links: readonly Link[]): Link[] => [
  ...new Map(links.map((link) => [link.restricted ? '' : link.ref, link])).values(),
];

/** Minutes of a meeting that was held: those of one to come, begun beforehand, are drafts. */
const isHeld = ({ data }: Minutes, today: string) => data.state === 'approved' || daysOf(data.date).first <= today;

const heldIn = (edition: Pick<Edition, 'entries' | 'today'>) =>
  minutesOf(edition).filter((entry) => isHeld(entry, edition.today));

/** Meetings that were held, in their order. */
export const heldMeetings = (edition: Pick<Edition, 'entries' | 'today'>): Meeting[] =>
  heldIn(edition).map(({ data, link }) => ({
    number: data.number,
    date: data.date,
    starts: data.starts,
    ends: data.ends,
    place: data.place,
    host: data.host,
    themes: distinct((data.agenda ?? []).flatMap(({ theme }) => theme ?? [])),
    minutes: link,
    held: true,
  }));

/**
 * The meeting that the latest minutes announce, until there are minutes of it or of a later day. It may be past: then
 * its minutes are not published yet.
 */
export function nextMeeting(edition: Pick<Edition, 'entries' | 'today'>): Meeting | undefined {
  const last = heldIn(edition).findLast(({ data }) => isAnnounced(data.next));
  const next = last?.data.next;
  if (!last || !next) return undefined;
  const { date } = next;
  const number = next.number ?? last.data.number + 1;
  const followed = heldIn(edition).some(
    ({ data }) =>
      data.number === number ||
      (data.number !== last.data.number &&
        (date === undefined ? isBefore(last.data.date, data.date) : !isBefore(data.date, date))),
  );
  if (followed) return undefined;
  return { ...next, number, themes: next.themes ?? [], minutes: last.link, held: false };
}

/** True where something is said of the next meeting besides its number. */
const isAnnounced = (next: Minutes['data']['next']): boolean =>
  next !== undefined && (next.date ?? next.place ?? next.host ?? next.themes?.[0]) !== undefined;

/** True when the last day that a meeting may be on is past. */
export const isPast = ({ date }: Pick<Meeting, 'date'>, today: string): boolean =>
  date !== undefined && daysOf(date).last < today;
