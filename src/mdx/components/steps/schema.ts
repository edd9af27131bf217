import { z } from 'zod';
import { defineComponent } from '../../component.ts';

export const component = defineComponent({
  name: 'Steps',
  place: 'block',
  children: 'ordered-list',
  attributes: z.strictObject({}),
  purpose: 'Una sequenza di passi, scritta come elenco numerato.',
  example:
    '<Steps>\n\n1. Salutare e chiedere di che cosa c’è bisogno.\n2. Cercare la scheda del servizio.\n3. Dire subito quanto ci vorrà.\n\n</Steps>',
});
