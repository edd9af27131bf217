import { z } from 'zod';
import { defineComponent } from '../../component.ts';

export const component = defineComponent({
  name: 'Figure',
  place: 'block',
  children: 'none',
  attributes: z.strictObject({
    src: z.string().min(1).meta({ label: 'File', widget: 'attachment' }),
    alt: z.string().trim().min(1).meta({ label: 'Testo alternativo', hint: 'Che cosa mostra, per chi non la vede.' }),
    caption: z.string().trim().min(1).optional().meta({ label: 'Didascalia' }),
  }),
  purpose: 'Una figura con testo alternativo e didascalia.',
  example: '<Figure src="fila.svg" alt="Due sportelli e una fila sola" caption="Una fila sola per due sportelli." />',
  resolve: ({ src, alt, caption }, lookup) => ({ file: lookup.image(src) ?? null, alt, caption }),
  text: ({ alt, caption }) => [alt, caption].filter(Boolean).join('. '),
});
