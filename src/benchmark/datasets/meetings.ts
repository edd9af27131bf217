import { defineDataset, demo, field, own } from '../dataset.ts';
import { idOf } from '../entries.ts';
import { heldMeetings, type Meeting, nextMeeting } from '../meetings.ts';

export const dataset = defineDataset<Meeting>({
  id: 'incontri',
  title: 'Incontri',
  description: 'Gli incontri che si sono tenuti e il prossimo, se è stato annunciato.',
  from: ['minutes'],
  columns: [
    field('numero', 'minutes', 'number', ({ number }) => number),
    field('data', 'minutes', 'date', ({ date }) => date),
    field('inizio', 'minutes', 'starts', ({ starts }) => starts),
    field('fine', 'minutes', 'ends', ({ ends }) => ends),
    field('luogo', 'minutes', 'place', ({ place }) => place),
    field(
      'ospite',
      'minutes',
      'host',
      ({ host }) => (host && !host.restricted ? idOf(host.ref) : undefined),
      'Identificativo del partecipante che ospita l’incontro.',
    ),
    own(
      'stato',
      'text',
      'Tenuto se ce n’è il verbale, altrimenti previsto.',
      ({ held }) => (held ? 'Tenuto' : 'Previsto'),
      ['Tenuto', 'Previsto'],
    ),
    own('temi', 'text', 'Identificativi dei temi all’ordine del giorno, separati da uno spazio.', ({ themes }) =>
      themes.flatMap((theme) => (theme.restricted ? [] : [idOf(theme.ref)])).join(' '),
    ),
    own(
      'verbale',
      'text',
      'Identificativo del verbale dell’incontro o, se non si è ancora tenuto, di quello che lo annuncia.',
      ({ minutes }) => idOf(minutes.ref),
    ),
    demo(({ minutes }) => minutes.demo),
  ],
  rows: (edition) => {
    const next = nextMeeting(edition);
    return [...heldMeetings(edition), ...(next ? [next] : [])];
  },
});
