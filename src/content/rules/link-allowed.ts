import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'I collegamenti portano dove tutti possono arrivare',
  explanation:
    'Si può collegare una pagina del sito, un file accanto alla voce, un indirizzo web («https://»), di posta («mailto:») o di telefono («tel:»). Un file sul disco del proprio ufficio, invece, chi legge non lo può aprire: va messo accanto alla voce.',
  valid: {
    'guides/attese.mdx': guide(
      '',
      'Si usa [il modulo di reclamo](https://example.org/modulo), oppure [si scrive alla rete](mailto:prova@example.org).',
    ),
  },
  invalid: {
    'guides/attese.mdx': guide(
      '',
      'Si usa [il modulo di reclamo](file:///C:/Documenti/modulo.docx), oppure [quello nuovo](//example.org/modulo).\n\nSi veda [la guida ai turni]().',
    ),
  },
  says: [
    'guides/attese.mdx:11:8 Il collegamento «file:///C:/Documenti/modulo.docx» non è ammesso. → Sono ammessi gli indirizzi https, http, mailto e tel, le pagine del sito e i file accanto alla voce.',
    'guides/attese.mdx:11:73 Il collegamento «//example.org/modulo» non è ammesso. → Sono ammessi gli indirizzi https, http, mailto e tel, le pagine del sito e i file accanto alla voce.',
    'guides/attese.mdx:13:9 Il collegamento non ha un indirizzo. → Sono ammessi gli indirizzi https, http, mailto e tel, le pagine del sito e i file accanto alla voce.',
  ],
});
