import { z } from 'zod';
import { defineComponent } from '../../component.ts';

export const component = defineComponent({
  name: 'Tabs',
  place: 'block',
  children: { only: 'Tab' },
  attributes: z.strictObject({}),
  purpose: 'Alternative tra cui scegliere, una scheda ciascuna.',
  example:
    '<Tabs>\n<Tab label="Comune piccolo">\n\nUn operatore per tutto.\n\n</Tab>\n<Tab label="Comune grande">\n\nUna squadra per turno.\n\n</Tab>\n</Tabs>',
});
