import { defineCollection } from '../collection.ts';
import { yearOf } from '../dates.ts';
import * as f from '../fields.ts';
import { themeStages } from './themes.ts';

const themeOf = f.reference('themes', 'Tema').optional();

/** When a meeting begins and ends on its day, in Italian time. */
const hours = () => ({
  starts: f.time('Ora di inizio', 'Per esempio «10:00».').optional(),
  ends: f.time('Ora di fine', 'Per esempio «16:30».').optional(),
});

/** A numbered item that can be cited anywhere by its id, unique in the network. */
const citableId = (example: string) =>
  f
    .line('Identificativo', `Unico in tutta la rete, per esempio «${example}»: con questo si cita.`)
    .regex(/^[a-z0-9][a-z0-9-]*$/, { error: 'slug' });

export const minutesStates = { draft: 'Bozza', approved: 'Approvato' } as const;
export const actionStates = { open: 'Aperto', done: 'Concluso', dropped: 'Abbandonato' } as const;

export const minutes = defineCollection({
  id: 'minutes',
  format: 'mdx',
  route: 'verbali',
  pages: 'entry',
  listed: true,
  labels: { one: 'Verbale', many: 'Verbali' },
  purpose: 'Che cosa si è deciso agli incontri della rete, e chi fa che cosa entro quando.',
  sort: 'newest',
  schema: f.group(
    {
      title: f.title(),
      number: f.whole('Numero dell’incontro').min(1),
      date: f.date('Data'),
      ...hours(),
      place: f.line('Luogo'),
      host: f.reference('participants', 'Ospitato da').optional(),
      access: f.access(),
      state: f.choice('Stato', minutesStates),
      attendees: f.listOf(f.reference('participants', 'Partecipante'), 'Presenti').optional(),
      absent: f.listOf(f.reference('participants', 'Partecipante'), 'Assenti').optional(),
      agenda: f.listOf(f.group({ theme: themeOf, title: f.title() }, 'Punto'), 'Ordine del giorno').optional(),
      decisions: f
        .listOf(
          f.group(
            {
              id: citableId('d-2012-05-1'),
              text: f.text('Testo'),
              theme: themeOf,
              stage: f
                .choice('Fase raggiunta', themeStages, 'Solo se con questa decisione il tema passa a una nuova fase.')
                .optional(),
            },
            'Decisione',
          ),
          'Decisioni',
        )
        .optional(),
      actions: f
        .listOf(
          f.group(
            {
              id: citableId('a-2012-05-1'),
              text: f.text('Testo'),
              owner: f.reference('participants', 'A carico di'),
              theme: themeOf,
              practice: f
                .anyReference(
                  'Pratica da provare',
                  'Solo se l’impegno consiste nel provare una guida, un manuale o uno strumento: compare allora tra le sperimentazioni previste.',
                )
                .optional(),
              due: f.date('Scadenza').optional(),
              state: f.choice('Stato', actionStates),
              closedAt: f.date('Concluso il').optional(),
            },
            'Impegno',
          ),
          'Impegni',
        )
        .optional(),
      materials: f.listOf(f.anyReference('Voce'), 'Materiali').optional(),
      next: f
        .group(
          {
            number: f
              .whole('Numero dell’incontro', 'Solo se non è il numero successivo a quello di questo verbale.')
              .min(1)
              .optional(),
            date: f.date('Data').optional(),
            ...hours(),
            host: f.reference('participants', 'Ospitato da').optional(),
            place: f.line('Luogo').optional(),
            themes: f.listOf(f.reference('themes', 'Tema'), 'Temi').optional(),
          },
          'Prossimo incontro',
        )
        .optional(),
      redirectFrom: f.redirectFrom(),
    },
    'Verbale',
  ),
  listing: (data) => ({
    title: data.title,
    date: data.date,
    kind: data.place,
    state: minutesStates[data.state],
    order: data.number,
    draft: data.state === 'draft',
  }),
  facets: (data) => ({
    theme: (data.agenda ?? []).flatMap((item) => item.theme ?? []),
    participant: data.host ? [data.host] : [],
    year: yearOf(data.date),
  }),
});
