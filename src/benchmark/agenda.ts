/** The agenda of the coming meeting: what each theme brings to it, what to prepare, and what to read. */
import type { Edition, EditionEntry } from '#content';
import type { EntryLink } from '#mdx';
import { collectionOf, isBefore } from '#model';
import { entriesOf, leadsTo, practices } from './entries.ts';
import { type Meeting, nextMeeting } from './meetings.ts';
import { type Commitment, commitmentsOf, isOpen } from './register.ts';

/** One point: a theme, and what there is to say of it. */
export interface AgendaPoint {
  theme: EntryLink;
  /** Trials of its practices that are under way, or that ended since the last meeting. */
  trials: EntryLink[];
  commitments: Commitment[];
}

export interface Agenda {
  meeting: Meeting;
  points: AgendaPoint[];
  /** Commitments still open whose theme is not on the agenda, or that have none. */
  others: Commitment[];
  /** What was published or brought up to date since the last meeting on its themes, and that meeting's minutes first. */
  reading: EntryLink[];
}

/** The agenda of the next meeting; none where no minutes announce one. */
export function agendaOf(edition: Edition): Agenda | undefined {
  const meeting = nextMeeting(edition);
  if (!meeting) return undefined;
  const open = commitmentsOf(edition).filter(isOpen);
  const since = meeting.minutes.date ?? '';
  const themes = meeting.themes.filter((theme): theme is EntryLink => !theme.restricted);
  const on = (entry: EditionEntry, theme: EntryLink) => entry.facets.themes.some(({ ref }) => ref === theme.ref);
  const underWay = entriesOf(edition, 'trials').filter(
    ({ data }) => data.state === 'trialling' || (data.ended !== undefined && !isBefore(data.ended, since)),
  );
  const points = themes.map((theme) => ({
    theme,
    trials: underWay.filter((entry) => on(entry, theme)).map(({ link }) => link),
    commitments: open.filter((item) => leadsTo(item.theme, theme.ref)),
  }));
  const listed = new Set(points.flatMap(({ commitments }) => commitments.map(({ id }) => id)));
  const recent = edition.entries.filter(
    (entry) =>
      practices.includes(entry.collection) &&
      !entry.link.part &&
      !entry.link.draft &&
      themes.some((theme) => on(entry, theme)) &&
      entry.link.date !== undefined &&
      !isBefore(entry.link.date, since),
  );
  return {
    meeting,
    points,
    others: open.filter(({ id }) => !listed.has(id)),
    reading: [meeting.minutes, ...recent.map(({ link }) => link).sort(byKind)],
  };
}

const byKind = (a: EntryLink, b: EntryLink) =>
  (collectionOf(a.collection)?.labels.one ?? '').localeCompare(collectionOf(b.collection)?.labels.one ?? '', 'it') ||
  a.title.localeCompare(b.title, 'it');
