import { z } from 'zod';
import { defineComponent } from '../../component.ts';

export const component = defineComponent({
  name: 'Aside',
  place: 'block',
  children: 'blocks',
  attributes: z.strictObject({
    kind: z.enum(['note', 'tip', 'warning', 'legal']).default('note').meta({ label: 'Tipo' }),
    title: z.string().trim().min(1).optional().meta({ label: 'Titolo' }),
  }),
  purpose: 'Un riquadro a margine: nota, suggerimento, attenzione o riferimento normativo.',
  example:
    '<Aside kind="tip" title="Prima dell’apertura">\n\nDieci minuti insieme al banco evitano mezz’ora di domande dopo.\n\n</Aside>',
  text: ({ title }) => String(title ?? ''),
});
