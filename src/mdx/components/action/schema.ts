import { z } from 'zod';
import { defineComponent } from '../../component.ts';
import { textOf } from '../../shown.ts';

export const component = defineComponent({
  name: 'Action',
  place: 'block',
  children: 'none',
  attributes: z.strictObject({ id: z.string().min(1).meta({ label: 'Impegno' }) }),
  purpose: 'Un impegno preso a un incontro: chi fa che cosa, entro quando.',
  example: '<Action id="a-2024-05-1" />',
  resolve: ({ id }, lookup) => ({ item: lookup.action(id) ?? null }),
  text: ({ item }) => textOf(item),
});
