/** Calendars to subscribe to, as iCalendar (RFC 5545): meetings, and due dates of commitments. */
import { getVtimezoneComponent } from '@touch4it/ical-timezones';
import ical, { type ICalEventData } from 'ical-generator';
import type { Edition } from '#content';
import { formatDate, messages } from '#i18n';
import type { EntryLink } from '#mdx';
import { daysOf } from '#model';
import { entriesOf, idOf } from './entries.ts';
import { heldMeetings, type Meeting, nextMeeting } from './meetings.ts';
import { type Commitment, commitmentsOf } from './register.ts';

/** The zone of every time of day: meetings are in Italy. */
const ZONE = 'Europe/Rome';
/** From where revisions are counted: an iCalendar integer holds seconds from here until 2078. */
const EPOCH = Date.UTC(2010, 0, 1) / 1000;

/** What all events of an edition share. */
interface Making {
  edition: Edition;
  site: string;
}

/** Calendars by path within the edition: of meetings, of all due dates, and of each participant's. */
export function calendars(edition: Edition, site: string): Map<string, string> {
  const making = { edition, site };
  const { calendar: words } = messages(edition.network.locale).benchmark;
  const next = nextMeeting(edition);
  const meetings = [...heldMeetings(edition), ...(next ? [next] : [])];
  const commitments = commitmentsOf(edition);
  const files = new Map([
    [
      MEETINGS,
      write(
        making,
        words.meetings,
        meetings.flatMap((meeting) => meetingEvent(making, meeting)),
      ),
    ],
    [
      DUE_DATES,
      write(
        making,
        words.dueDates,
        commitments.flatMap((item) => dueEvent(making, item)),
      ),
    ],
  ]);
  const owned = Map.groupBy(commitments, ({ owner }) => (owner && !owner.restricted ? owner.ref : ''));
  for (const { link } of entriesOf(edition, 'participants')) {
    const own = owned.get(link.ref) ?? [];
    files.set(
      dueDatesOf(link),
      write(
        making,
        words.dueDatesOf(link.title),
        own.flatMap((item) => dueEvent(making, item)),
      ),
    );
  }
  return files;
}

export const MEETINGS = 'calendari/incontri.ics';
export const DUE_DATES = 'calendari/scadenze.ics';
export const dueDatesOf = ({ ref }: Pick<EntryLink, 'ref'>): string => `calendari/scadenze/${idOf(ref)}.ics`;

function write({ edition }: Making, title: string, events: ICalEventData[]): string {
  const { name, locale } = edition.network;
  const calendar = ical({
    name: escaped(`${name}: ${title}`),
    prodId: { company: name.replace(/[^\p{L}\p{N} .-]/gu, ''), product: 'POLI-NET', language: locale.toUpperCase() },
    // A calendar holds at least one component: an empty one its zone.
    timezone: { name: events.length > 0 ? null : ZONE, generator: getVtimezoneComponent },
    // How often a calendar that follows this one looks again, in seconds.
    ttl: 12 * 60 * 60,
    events,
  });
  return `${calendar.toString()}\r\n`;
}

/** A calendar's name as RFC 5545 wants text: the library does so for events alone. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\s+/g, ' ');

/** The revision of an event: it rises whenever the file that says when it is changes. */
function revisionOf({ edition, site }: Making, { ref, url }: EntryLink) {
  const changed = edition.revised[ref] ?? EPOCH;
  return {
    sequence: Math.max(0, changed - EPOCH),
    stamp: new Date(changed * 1000),
    lastModified: new Date(changed * 1000),
    url: new URL(url, site).href,
  };
}

/** An event's id: the same wherever and whenever the calendar is made. */
const idFor = ({ site }: Making, name: string) => `${name}@${new URL(site).hostname}`;

const isDay = (date: string | undefined): date is string => date?.length === 'YYYY-MM-DD'.length;

/** A meeting, on its day; none while only the month is known, since a calendar cannot say so. */
function meetingEvent(making: Making, meeting: Meeting): ICalEventData[] {
  const { number, date, starts, ends, place, themes, minutes, held } = meeting;
  if (!isDay(date)) return [];
  const { network } = making.edition;
  const { calendar: words } = messages(network.locale).benchmark;
  const titles = themes.flatMap((theme) => (theme.restricted ? [] : [theme.title]));
  const description = [
    minutes.demo && messages(network.locale).site.demo,
    titles.length > 0 && words.themes(titles.join('; ')),
    held ? words.minutes : words.announced(minutes.title),
  ];
  const when = starts
    ? { start: `${date}T${starts}:00`, ...(ends && { end: `${date}T${ends}:00` }), timezone: ZONE }
    : { start: new Date(`${date}T00:00:00Z`), allDay: true };
  return [
    {
      id: idFor(making, `incontro-${number}`),
      ...when,
      ...revisionOf(making, minutes),
      summary: words.meeting(network.name, number),
      location: place ?? null,
      description: description.filter(Boolean).join('\n'),
    },
  ];
}

/** A due date, on the last day that it may mean. What is settled stays in the calendar, marked so. */
function dueEvent(making: Making, { id, text, due, owner, state, minutes }: Commitment): ICalEventData[] {
  if (due === undefined || state === 'dropped') return [];
  const { locale } = making.edition.network;
  const { benchmark, site } = messages(locale);
  const who = owner && !owner.restricted ? owner.title : '';
  return [
    {
      id: idFor(making, `impegno-${id}`),
      start: new Date(`${daysOf(due).last}T00:00:00Z`),
      allDay: true,
      ...revisionOf(making, minutes),
      url: new URL(`${minutes.url}#${id}`, making.site).href,
      summary: state === 'done' ? benchmark.calendar.done(who) : benchmark.calendar.due(who),
      description: [minutes.demo && site.demo, text, benchmark.calendar.by(formatDate(due, locale)), minutes.title]
        .filter(Boolean)
        .join('\n'),
    },
  ];
}
