import { z } from 'zod';
import { defineComponent } from '../../component.ts';
import { titleOf } from '../../shown.ts';

export const component = defineComponent({
  name: 'Term',
  place: 'inline',
  children: 'inline',
  childrenOptional: true,
  attributes: z.strictObject({
    id: z.string().min(1).meta({ label: 'Termine', reference: 'glossary', widget: 'reference' }),
  }),
  purpose: 'Una parola del glossario, con la sua definizione a portata di mano.',
  resolve: ({ id }, lookup) => ({ target: lookup.entry(`glossary/${id}`) ?? null }),
  text: ({ target }, filled) => (filled ? '' : titleOf(target)),
});
