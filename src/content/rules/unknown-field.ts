import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Le voci hanno solo i campi previsti',
  explanation:
    'Un campo con un nome sbagliato non avrebbe effetto, e nessuno se ne accorgerebbe. I nomi sono in inglese: le pagine di aiuto elencano quelli di ogni raccolta.',
  valid: { 'guides/attese.mdx': guide('authors: [roccafinta]') },
  invalid: { 'guides/attese.mdx': guide('autors: [roccafinta]\nprotocollo: 1234') },
  says: [
    'guides/attese.mdx:9:1 «autors» non è un campo previsto qui. → Forse intendevi «authors»?',
    'guides/attese.mdx:10:1 «protocollo» non è un campo previsto qui. → Toglierlo, o controllarne il nome.',
  ],
});
