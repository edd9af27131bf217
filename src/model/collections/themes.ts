import { defineCollection } from '../collection.ts';
import * as f from '../fields.ts';

/** The road of a theme, in order. */
export const themeStages = {
  proposed: 'Proposto',
  comparing: 'A confronto',
  acting: 'Linee d’azione',
  trialling: 'In sperimentazione',
  concluded: 'Concluso',
} as const;

export const themes = defineCollection({
  id: 'themes',
  format: 'mdx',
  route: 'temi',
  pages: 'entry',
  listed: true,
  labels: { one: 'Tema', many: 'Temi' },
  purpose: 'Gli argomenti su cui la rete lavora, dalla proposta alla conclusione.',
  sort: 'order',
  schema: f.group(
    {
      title: f.title(),
      summary: f.summary(),
      order: f.whole('Numero d’ordine').optional(),
      status: f.choice('Fase', themeStages),
      proposedBy: f.listOf(f.reference('participants', 'Partecipante'), 'Proposto da').optional(),
      openedAt: f.reference('minutes', 'Aperto all’incontro').optional(),
      priorities: f.listOf(f.text('Priorità'), 'Priorità').optional(),
      lines: f
        .listOf(
          f.group(
            {
              id: f.line('Identificativo'),
              title: f.title(),
              text: f.text('Descrizione').optional(),
              materials: f
                .listOf(f.anyReference('Voce'), 'Materiali', 'Guide, manuali e strumenti condivisi su questa linea.')
                .optional(),
            },
            'Linea d’azione',
          ),
          'Linee d’azione',
        )
        .optional(),
      redirectFrom: f.redirectFrom(),
    },
    'Tema',
  ),
  listing: (data) => ({ title: data.title, summary: data.summary, state: themeStages[data.status], order: data.order }),
  kindLabel: 'Fase',
  kindOrder: Object.values(themeStages),
  facets: (data) => ({ kind: themeStages[data.status] }),
});
