import { z } from 'zod';
import { defineComponent } from '../../component.ts';

export const component = defineComponent({
  name: 'Faq',
  place: 'block',
  children: 'blocks',
  attributes: z.strictObject({ question: z.string().trim().min(1).max(300).meta({ label: 'Domanda' }) }),
  purpose: 'Una domanda frequente e la sua risposta, che si apre a richiesta.',
  text: ({ question }) => String(question),
});
