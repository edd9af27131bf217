import { z } from 'zod';
import { defineComponent } from '../../component.ts';
import { textOf } from '../../shown.ts';

export const component = defineComponent({
  name: 'Decision',
  place: 'block',
  children: 'none',
  attributes: z.strictObject({ id: z.string().min(1).meta({ label: 'Decisione' }) }),
  purpose: 'Una decisione della rete, citata dal verbale in cui è stata presa.',
  example: '<Decision id="d-2024-05-1" />',
  resolve: ({ id }, lookup) => ({ item: lookup.decision(id) ?? null }),
  text: ({ item }) => textOf(item),
});
