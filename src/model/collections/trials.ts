import { defineCollection } from '../collection.ts';
import { yearOf } from '../dates.ts';
import * as f from '../fields.ts';

export const trialStates = {
  planned: 'Prevista',
  trialling: 'In corso',
  adopted: 'Adottata',
  dropped: 'Abbandonata',
} as const;

export const trials = defineCollection({
  id: 'trials',
  format: 'mdx',
  route: 'sperimentazioni',
  pages: 'entry',
  listed: true,
  labels: { one: 'Sperimentazione', many: 'Sperimentazioni' },
  purpose: 'Chi prova che cosa: guide, manuali e strumenti della rete messi alla prova nei comuni.',
  sort: 'newest',
  schema: f.group(
    {
      title: f.title(),
      access: f.access(),
      practice: f.anyReference('Che cosa si prova', 'Una guida, un manuale o uno strumento.'),
      participant: f.reference('participants', 'Partecipante'),
      started: f.date('Inizio'),
      ended: f.date('Fine').optional(),
      state: f.choice('Stato', trialStates),
      adaptations: f.text('Adattamenti', 'Che cosa è stato cambiato rispetto all’originale.').optional(),
      results: f
        .listOf(
          f.group(
            {
              indicator: f.reference('indicators', 'Indicatore'),
              before: f.number('Prima').optional(),
              after: f.number('Dopo').optional(),
              period: f.date('Periodo').optional(),
            },
            'Risultato',
          ),
          'Risultati',
        )
        .optional(),
      lessons: f.text('Che cosa si è imparato').optional(),
      redirectFrom: f.redirectFrom(),
    },
    'Sperimentazione',
  ),
  listing: (data) => ({ title: data.title, date: data.started, state: trialStates[data.state] }),
  kindLabel: 'Stato',
  kindOrder: Object.values(trialStates),
  facets: (data) => ({ participant: [data.participant], kind: trialStates[data.state], year: yearOf(data.started) }),
});
