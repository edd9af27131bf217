import { z } from 'zod';
import { defineComponent } from '../../component.ts';
import type { TrialCell } from '../../lookup.ts';

export const component = defineComponent({
  name: 'TrialMatrix',
  place: 'block',
  children: 'none',
  attributes: z.strictObject({
    theme: z.string().min(1).optional().meta({
      label: 'Tema',
      hint: 'Le sperimentazioni di tutte le pratiche sul tema. Senza tema né pratica, quelle di tutta la rete.',
    }),
    practice: z
      .string()
      .regex(/^(guides|manuals|tools)\/./, { error: 'practice' })
      .optional()
      .meta({
        label: 'Pratica',
        hint: 'Le sperimentazioni di una guida, un manuale o uno strumento: «guides/picchi».',
      }),
  }),
  purpose: 'Chi prova che cosa, e a che punto è: la matrice delle sperimentazioni di un tema o di una pratica.',
  example: '<TrialMatrix practice="tools/lista" />',
  resolve: ({ theme, practice }, lookup) => {
    if (theme !== undefined) lookup.entry(theme, 'themes');
    if (practice !== undefined) lookup.entry(practice);
    return { trials: lookup.trials({ theme, practice }) };
  },
  text: ({ trials }) => (trials as TrialCell[]).map(({ trial }) => trial.title).join(' '),
});
