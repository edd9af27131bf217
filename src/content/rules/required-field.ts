import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Ci sono tutti i campi obbligatori',
  explanation:
    'Senza titolo, date o scelta di chi può leggere il sito non sa come mostrare una voce, né a chi: «access» va sempre scritto, perché nulla diventi pubblico per dimenticanza. Le pagine di aiuto dicono quali campi servono a ogni raccolta, e quali attributi a ogni componente.',
  valid: {
    'guides/attese.mdx': guide('', '<Faq question="Serve il numero?">\n\nSì, si prende all’ingresso.\n\n</Faq>'),
  },
  invalid: {
    'guides/attese.mdx': guide('', '<Faq>\n\nSì, si prende all’ingresso.\n\n</Faq>').replace('access: public\n', ''),
  },
  says: [
    'guides/attese.mdx:2:1 Manca «access» (Chi può leggere). → È obbligatorio: aggiungerlo.',
    'guides/attese.mdx:10:1 Manca «question» (Domanda). → È obbligatorio: aggiungerlo.',
  ],
});
