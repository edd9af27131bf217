import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Gli indirizzi di altri siti esistono',
  explanation:
    'Le pagine degli altri siti cambiano senza avvisare. Con «npm run check -- --links» ogni indirizzo citato viene provato una volta: quelli che non esistono più vanno corretti. Si fa a parte, perché serve la rete, per esempio una volta al mese.',
  valid: { 'guides/attese.mdx': guide('', 'Si usa [il modulo di reclamo](https://example.org/modulo).') },
  invalid: { 'guides/attese.mdx': guide('', 'Si usa [il modulo di reclamo](https://non-esiste.example/modulo).') },
  says: [],
  onRequest: true,
});
