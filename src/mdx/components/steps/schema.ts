import { z } from 'zod';
import { defineComponent } from '../../component.ts';

export const component = defineComponent({
  name: 'Steps',
  place: 'block',
  children: 'ordered-list',
  attributes: z.strictObject({}),
  purpose: 'Una sequenza di passi, scritta come elenco numerato.',
});
