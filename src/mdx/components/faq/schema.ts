import { z } from 'zod';
import { defineComponent } from '../../component.ts';

export const component = defineComponent({
  name: 'Faq',
  place: 'block',
  children: 'blocks',
  attributes: z.strictObject({ question: z.string().trim().min(1).max(300).meta({ label: 'Domanda' }) }),
  purpose: 'Una domanda frequente e la sua risposta, che si apre a richiesta.',
  example: '<Faq question="Serve l’appuntamento?">\n\nNo: l’appuntamento è un’altra fila, non un obbligo.\n\n</Faq>',
  text: ({ question }) => String(question),
});
