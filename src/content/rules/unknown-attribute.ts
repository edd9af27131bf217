import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'I componenti hanno solo gli attributi previsti',
  explanation:
    'Un attributo con un nome sbagliato non avrebbe effetto, e nessuno se ne accorgerebbe. I nomi sono in inglese: le pagine di aiuto elencano quelli di ogni componente.',
  valid: { 'guides/attese.mdx': guide('', '<Aside title="Prima">\n\nDieci minuti bastano.\n\n</Aside>') },
  invalid: {
    'guides/attese.mdx': guide('', '<Aside titolo="Prima" colore="rosso">\n\nDieci minuti bastano.\n\n</Aside>'),
  },
  says: [
    'guides/attese.mdx:11:8 «titolo» non è un attributo di questo componente. → Forse intendevi «title»?',
    'guides/attese.mdx:11:23 «colore» non è un attributo di questo componente. → Toglierlo, o controllarne il nome.',
  ],
});
