import { z } from 'zod';
import { defineComponent } from '../../component.ts';

export const component = defineComponent({
  name: 'Video',
  place: 'block',
  children: 'blocks',
  childrenOptional: true,
  link: true,
  attributes: z.strictObject({
    href: z.url({ protocol: /^https?$/ }).meta({ label: 'Indirizzo del video' }),
    title: z.string().min(1).meta({ label: 'Titolo' }),
    minutes: z
      .string()
      .regex(/^\d{1,3}$/, { error: 'whole' })
      .optional()
      .meta({ label: 'Durata', hint: 'In minuti, per esempio «4».' }),
    poster: z.string().min(1).optional().meta({ label: 'Immagine', hint: 'Un file accanto alla voce.' }),
  }),
  purpose:
    'Un video pubblicato su un altro sito: un collegamento con titolo, durata e un’immagine. Nulla si carica finché non lo si apre.',
  example:
    '<Video href="https://example.org/video" title="Come si prende il numero" minutes="4">\n\nUna giornata allo sportello, dalla fila al banco.\n\n</Video>',
  resolve: ({ href, title, minutes, poster }, lookup) => ({
    href,
    title,
    minutes: minutes ?? null,
    poster: poster === undefined ? null : (lookup.image(poster) ?? null),
  }),
  text: ({ title }) => String(title),
});
