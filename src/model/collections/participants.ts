import { defineCollection } from '../collection.ts';
import * as f from '../fields.ts';

export const participants = defineCollection({
  id: 'participants',
  format: 'yaml',
  route: 'partecipanti',
  pages: 'entry',
  listed: true,
  labels: { one: 'Partecipante', many: 'Partecipanti' },
  purpose: 'I comuni che fanno parte della rete, con ciò che ciascuno ha portato, ospitato e sperimentato.',
  sort: 'title',
  schema: f.group(
    {
      name: f.line('Nome', 'Il nome con cui compare nelle pagine, di solito quello del comune.'),
      municipality: f.line('Comune', 'La denominazione ufficiale.'),
      province: f.province(),
      region: f.line('Regione'),
      istat: f.istatCode(),
      joined: f.openDate(
        'Ingresso nella rete',
        'Anche solo l’anno o il mese; «../2012-05-04» significa «entro quella data».',
      ),
      left: f.date('Uscita dalla rete').optional(),
      founder: f.flag('Fondatore').optional(),
      population: f
        .group(
          { value: f.whole('Abitanti'), year: f.whole('Anno', 'L’anno a cui si riferisce il dato.') },
          'Popolazione',
        )
        .optional(),
      counter: f
        .group(
          {
            name: f.line('Nome dello sportello').optional(),
            since: f.date('Attivo dal').optional(),
            site: f.url('Pagina dello sportello').optional(),
          },
          'Sportello',
        )
        .optional(),
      location: f
        .group(
          {
            lat: f.number('Latitudine', 'In gradi decimali.').min(-90).max(90),
            lon: f.number('Longitudine', 'In gradi decimali.').min(-180).max(180),
          },
          'Posizione',
        )
        .optional(),
      website: f.url('Sito web').optional(),
      notes: f.text('Note').optional(),
      redirectFrom: f.redirectFrom(),
    },
    'Partecipante',
  ),
  listing: (data) => ({ title: data.name, kind: `${data.municipality} (${data.province})`, date: data.joined }),
  kindLabel: 'Regione',
  facets: (data) => ({ kind: data.region }),
});
