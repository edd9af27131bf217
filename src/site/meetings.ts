/** Pages about meetings: the coming one, the call to it, and the calendars. */
import { type Agenda, agendaOf, isPast } from '#benchmark';
import type { EntryLink } from '#mdx';
import { compiled, entriesOf } from './edition.ts';

export interface AgendaProps {
  agenda?: Agenda | undefined;
  /** True when its day is past and there are no minutes of it yet. */
  past: boolean;
}

/** Where the coming meeting is told of. */
export const AGENDA = 'prossimo-incontro';
export const CALL = `${AGENDA}/convocazione`;
export const CALENDARS = 'calendari';

/** The coming meeting's agenda, on its page and on the call. */
export function agendaProps(): AgendaProps {
  const { edition } = compiled();
  const agenda = agendaOf(edition);
  return { agenda, past: agenda !== undefined && isPast(agenda.meeting, edition.today) };
}

export interface CalendarsProps {
  participants: EntryLink[];
}

export const calendarsProps = (): CalendarsProps => ({
  participants: entriesOf('participants')
    .filter(({ data }) => !data.left)
    .map(({ link }) => link),
});
