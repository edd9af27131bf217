import { z } from 'zod';
import { defineComponent } from '../../component.ts';

export const component = defineComponent({
  name: 'Tab',
  place: 'block',
  children: 'blocks',
  inside: 'Tabs',
  attributes: z.strictObject({ label: z.string().trim().min(1).max(80).meta({ label: 'Etichetta' }) }),
  purpose: 'Una delle schede di Tabs.',
  text: ({ label }) => String(label),
});
