import { z } from 'zod';
import { defineComponent } from '../../component.ts';
import { titleOf } from '../../shown.ts';

export const component = defineComponent({
  name: 'Ref',
  place: 'inline',
  children: 'inline',
  childrenOptional: true,
  link: true,
  attributes: z.strictObject({
    id: z
      .string()
      .min(1)
      .meta({ label: 'Voce', hint: 'Nella forma «raccolta/identificativo».', reference: 'any', widget: 'reference' }),
  }),
  purpose: 'Un collegamento a un’altra voce, con il suo titolo.',
  example:
    'Si veda <Ref id="guides/picchi" />, oppure <Ref id="guides/picchi">che cosa fare nei giorni di folla</Ref>.',
  resolve: ({ id }, lookup) => ({ target: lookup.entry(id) ?? null }),
  text: ({ target }, filled) => (filled ? '' : titleOf(target)),
});
