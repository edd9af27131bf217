import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Ogni componente sta al suo posto',
  explanation:
    'Alcuni componenti vanno su righe proprie, con una riga vuota prima e dopo; altri vogliono un contenuto preciso: <Steps> un elenco numerato, <Tabs> solo <Tab>. In un posto diverso la pagina si leggerebbe male: le pagine di aiuto hanno un esempio di ciascuno da copiare.',
  valid: {
    'guides/attese.mdx': guide(
      '',
      '<Steps>\n\n1. Salutare.\n2. Dare il numero.\n\n</Steps>\n\n<Tabs>\n<Tab label="Di persona">\n\nDalle nove alle tredici.\n\n</Tab>\n</Tabs>',
    ),
  },
  invalid: {
    'guides/attese.mdx': guide(
      '',
      'Allo sportello <Aside>con il numero</Aside> si attende seduti.\n\n<Steps>\n\nSalutare, poi dare il numero.\n\n</Steps>\n\n<Tab label="Di persona">\n\nDalle nove alle tredici.\n\n</Tab>',
    ),
  },
  says: [
    'guides/attese.mdx:11:16 <Aside> va su righe proprie, non dentro una riga di testo. → Lasciare una riga vuota prima e dopo.',
    'guides/attese.mdx:13:1 <Steps> deve contenere un solo elenco numerato. → Cominciare le righe con «1.», «2.», «3.».',
    'guides/attese.mdx:19:1 <Tab> può stare solo dentro <Tabs>.',
  ],
});
