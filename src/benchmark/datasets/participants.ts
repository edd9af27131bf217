import type { EditionEntry } from '#content';
import { defineDataset, demo, field, own } from '../dataset.ts';
import { entriesOf } from '../entries.ts';

type Row = EditionEntry<'participants'>;

export const dataset = defineDataset<Row>({
  id: 'partecipanti',
  title: 'Partecipanti',
  description: 'I comuni della rete, con le date di ingresso e di uscita.',
  from: ['participants'],
  columns: [
    own('id', 'text', 'Identificativo del partecipante, lo stesso degli altri insiemi di dati.', ({ id }) => id),
    field('nome', 'participants', 'name', ({ data }) => data.name),
    field('comune', 'participants', 'municipality', ({ data }) => data.municipality),
    field('provincia', 'participants', 'province', ({ data }) => data.province),
    field('regione', 'participants', 'region', ({ data }) => data.region),
    field(
      'istat',
      'participants',
      'istat',
      ({ data }) => data.istat,
      'Codice ISTAT: sei cifre, con gli zeri iniziali.',
    ),
    field(
      'ingresso',
      'participants',
      'joined',
      ({ data }) => data.joined,
      'Quando è entrato nella rete; «../2012-05-04» significa entro quella data.',
    ),
    field('uscita', 'participants', 'left', ({ data }) => data.left),
    field('fondatore', 'participants', 'founder', ({ data }) => data.founder === true),
    field('abitanti', 'participants', 'population.value', ({ data }) => data.population?.value),
    field('abitanti_anno', 'participants', 'population.year', ({ data }) => data.population?.year),
    field(
      'sportello_dal',
      'participants',
      'counter.since',
      ({ data }) => data.counter?.since,
      'Da quando è attivo lo sportello.',
    ),
    field('latitudine', 'participants', 'location.lat', ({ data }) => data.location?.lat),
    field('longitudine', 'participants', 'location.lon', ({ data }) => data.location?.lon),
    field('sito', 'participants', 'website', ({ data }) => data.website),
    demo(({ link }) => link.demo),
  ],
  rows: (edition) => entriesOf(edition, 'participants'),
});
