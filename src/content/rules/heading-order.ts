import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'I titoli scendono di un livello alla volta',
  explanation:
    'Dai titoli nasce l’indice della pagina, e con i titoli si orienta chi usa un lettore di schermo: un livello saltato sembra una parte che manca. Il titolo della pagina è già nel campo «title»: nel testo si comincia con «##», e sotto si usa «###».',
  valid: {
    'guides/attese.mdx': guide('', '## All’ingresso\n\nSi saluta.\n\n### Il numero\n\nSi prende al banco.'),
  },
  invalid: {
    'guides/attese.mdx': guide(
      '',
      '# Le attese\n\nSi attende seduti.\n\n## All’ingresso\n\nSi saluta.\n\n#### Il numero\n\nSi prende al banco.',
    ),
  },
  says: [
    'guides/attese.mdx:11:1 Un titolo di livello 1 qui non è al suo posto: ci si aspetta il livello 2. → Usare ##: i livelli non si saltano, e il primo livello è il titolo della pagina.',
    'guides/attese.mdx:19:1 Un titolo di livello 4 qui non è al suo posto: ci si aspetta il livello 3. → Usare ###: i livelli non si saltano, e il primo livello è il titolo della pagina.',
  ],
});
