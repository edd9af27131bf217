import { defineCollection } from '../collection.ts';
import * as f from '../fields.ts';

export const measurements = defineCollection({
  id: 'measurements',
  format: 'yaml',
  route: 'indicatori',
  pages: 'none',
  listed: false,
  labels: { one: 'Rilevazione', many: 'Rilevazioni' },
  purpose: 'I valori di un indicatore in un periodo, un file ciascuno.',
  sort: 'newest',
  schema: f.group(
    {
      indicator: f.reference('indicators', 'Indicatore'),
      period: f.date('Periodo'),
      access: f.access(),
      status: f.choice('Stato', { provisional: 'Provvisoria', final: 'Definitiva' }),
      names: f
        .choice(
          'Nomi visibili a',
          { all: 'Tutti', participants: 'Solo i partecipanti' },
          'Chi può vedere di chi è ciascun valore.',
        )
        .default('all'),
      values: f.listOf(
        f.group(
          {
            participant: f.reference('participants', 'Partecipante'),
            value: f.number('Valore').optional(),
            numerator: f.number('Numeratore').optional(),
            denominator: f.number('Denominatore').optional(),
            note: f.text('Nota').optional(),
          },
          'Valore',
        ),
        'Valori',
      ),
    },
    'Rilevazione',
  ),
  listing: (data, id) => ({ title: id, date: data.period }),
  // Counts, notes and file order would tell whose value it is as surely as the name.
  publicView: (data) => (data.names === 'all' ? data : { ...data, values: [] }),
});
