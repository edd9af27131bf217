import { z } from 'zod';
import { defineComponent } from '../../component.ts';

export const component = defineComponent({
  name: 'Tabs',
  place: 'block',
  children: { only: 'Tab' },
  attributes: z.strictObject({}),
  purpose: 'Alternative tra cui scegliere, una scheda ciascuna.',
});
