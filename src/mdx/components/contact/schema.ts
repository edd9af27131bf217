import { z } from 'zod';
import { defineComponent } from '../../component.ts';

export const component = defineComponent({
  name: 'Contact',
  place: 'block',
  children: 'none',
  attributes: z.strictObject({
    subject: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .meta({ label: 'Oggetto', hint: 'Per esempio «Correzioni a questa pagina».' }),
  }),
  purpose: 'A chi scrivere: l’indirizzo della rete.',
  example: '<Contact />',
  resolve: ({ subject }, lookup) => ({ subject, ...lookup.network }),
  text: ({ subject }) => String(subject ?? ''),
});
