import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Nel testo non c’è HTML',
  explanation:
    'Le pagine si scrivono in Markdown, con i componenti: così si somigliano, sono accessibili e restano leggibili anche nel file. Il grassetto si scrive **così**, un nuovo paragrafo comincia dopo una riga vuota, un riquadro è <Aside>.',
  valid: {
    'guides/attese.mdx': guide('', 'Si attende **seduti**.\n\n<Aside>\n\nLo sportello chiude alle 13.\n\n</Aside>'),
  },
  invalid: {
    'guides/attese.mdx': guide(
      '',
      'Si attende <b>seduti</b>.\n\n<div class="nota">\n\nLo sportello chiude alle 13.\n\n</div>',
    ),
  },
  says: [
    'guides/attese.mdx:11:12 L’etichetta HTML <b> non è ammessa. → Usare il Markdown o uno dei componenti.',
    'guides/attese.mdx:13:1 L’etichetta HTML <div> non è ammessa. → Usare il Markdown o uno dei componenti.',
  ],
});
