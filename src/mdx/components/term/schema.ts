import { z } from 'zod';
import { defineComponent } from '../../component.ts';
import { titleOf } from '../../shown.ts';

export const component = defineComponent({
  name: 'Term',
  place: 'inline',
  children: 'inline',
  childrenOptional: true,
  link: true,
  attributes: z.strictObject({
    id: z.string().min(1).meta({ label: 'Termine', reference: 'glossary', widget: 'reference' }),
  }),
  purpose: 'Una parola del glossario, con la sua definizione a portata di mano.',
  example:
    'Il <Term id="front-office" /> conclude ciò che può; il <Term id="front-office">banco</Term> non rimanda a domani.',
  resolve: ({ id }, lookup) => ({ target: lookup.entry(id, 'glossary') ?? null }),
  text: ({ target }, filled) => (filled ? '' : titleOf(target)),
});
