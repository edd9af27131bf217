import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Ogni file si può leggere',
  explanation:
    'Un file vuoto, rovinato o di cui manca il permesso di lettura non si può pubblicare: di solito un salvataggio si è interrotto. Si salva di nuovo dal programma con cui è stato scritto, oppure si toglie.',
  valid: { 'guides/attese.mdx': guide() },
  invalid: { 'guides/attese.mdx': '' },
  says: ['guides/attese.mdx:1:1 Il file è vuoto. → Scriverne i campi, o toglierlo.'],
});
