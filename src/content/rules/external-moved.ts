import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'warning',
  title: 'Gli indirizzi di altri siti rispondono, e sono quelli di oggi',
  explanation:
    'Un indirizzo che rimanda altrove funziona finché il vecchio sito lo vuole: se porta allo stesso contenuto conviene scrivere quello nuovo. Un sito che risponde con un errore, o non risponde, può essere solo occupato: si prova con un browser. Si controlla con «npm run check -- --links».',
  valid: { 'guides/attese.mdx': guide('', 'Si usa [il modulo di reclamo](https://example.org/modulo).') },
  invalid: { 'guides/attese.mdx': guide('', 'Si usa [il modulo di reclamo](http://example.org/vecchio-modulo).') },
  says: [],
  onRequest: true,
});
