/** The minutes of the coming meeting, begun from those before: nothing that is known already is written twice. */
import type { Edition } from '#content';
import { formatDate, messages } from '#i18n';
import type { EntryLink } from '#mdx';
import { agendaOf } from './agenda.ts';
import { entriesOf, idOf, leadsTo } from './entries.ts';
import { heldMeetings } from './meetings.ts';
import { type Commitment, commitmentsOf, isOpen } from './register.ts';

/** What is known of new minutes: their fields as plain data, and the text to go on from. */
export interface MinutesDraft {
  title: string;
  /** The name of its file. */
  id: string;
  fields: Record<string, unknown>;
  body: string;
}

/** A heading, and the commitments to report on under it. */
const section = (title: string, open: readonly Commitment[]): string =>
  [`## ${title}\n`, ...open.map(({ id }) => `<Action id="${id}" />\n`)].join('\n');

/** A title as Markdown that shows it as it is. */
const asMdx = (text: string): string => text.replace(/[\\`*_[\]<>{}#~|&]/g, '\\$&');

const UNDER_WAY = new Set(['comparing', 'acting', 'trialling']);

/**
 * Begins the minutes of the next meeting.
 *
 * @param today an ISO day: its date where none was announced
 */
export function minutesDraft(edition: Edition, today: string): MinutesDraft {
  const agenda = agendaOf(edition);
  const meeting = agenda?.meeting;
  const { draft: words } = messages(edition.network.locale).benchmark;
  const date = meeting?.date ?? today;
  const announced = (meeting?.themes ?? []).filter((theme): theme is EntryLink => !theme.restricted);
  const underWay = entriesOf(edition, 'themes').filter(({ data }) => UNDER_WAY.has(data.status));
  const themes = announced.length > 0 ? announced : underWay.map(({ link }) => link);
  const open = commitmentsOf(edition).filter(isOpen);
  const others = open.filter((item) => !themes.some(({ ref }) => leadsTo(item.theme, ref)));
  const numbers = heldMeetings(edition).map(({ number }) => number);
  const { host } = meeting ?? {};
  // What is taken over from restricted entries may not become public by being forgotten.
  const inside = [meeting?.minutes, host, ...themes].some(
    (link) => link && !link.restricted && (link.limited || link.draft),
  );
  return {
    title: words.title(formatDate(date, edition.network.locale)),
    id: date,
    fields: {
      number: meeting?.number ?? Math.max(0, ...numbers) + 1,
      date,
      ...(inside && { access: 'participants' }),
      ...(meeting?.starts && { starts: meeting.starts }),
      ...(meeting?.ends && { ends: meeting.ends }),
      ...(meeting?.place && { place: meeting.place }),
      ...(host && !host.restricted && { host: idOf(host.ref) }),
      agenda: themes.map(({ ref, title }) => ({ theme: idOf(ref), title })),
    },
    body: [
      ...themes.map(({ ref, title }) =>
        section(
          asMdx(title),
          open.filter((item) => leadsTo(item.theme, ref)),
        ),
      ),
      ...(others.length > 0 ? [section(words.others, others)] : []),
    ].join('\n'),
  };
}
