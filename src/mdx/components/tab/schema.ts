import { z } from 'zod';
import { defineComponent } from '../../component.ts';

export const component = defineComponent({
  name: 'Tab',
  place: 'block',
  children: 'blocks',
  inside: 'Tabs',
  attributes: z.strictObject({ label: z.string().trim().min(1).max(80).meta({ label: 'Etichetta' }) }),
  purpose: 'Una delle schede di Tabs.',
  example:
    '<Tabs>\n<Tab label="Di persona">\n\nAllo sportello, dalle nove alle tredici.\n\n</Tab>\n<Tab label="Al telefono">\n\nTutti i giorni, fino alle diciotto.\n\n</Tab>\n</Tabs>',
  text: ({ label }) => String(label),
});
