import { defineCollection } from '../collection.ts';
import * as f from '../fields.ts';

export const pages = defineCollection({
  id: 'pages',
  format: 'mdx',
  route: '',
  pages: 'entry',
  listed: false,
  labels: { one: 'Pagina', many: 'Pagine' },
  purpose: 'Le pagine che parlano della rete e del sito.',
  sort: 'order',
  schema: f.group(
    {
      title: f.title(),
      summary: f.summary().optional(),
      access: f.access(),
      order: f.whole('Posizione', 'L’ordine nel piè di pagina.').optional(),
      redirectFrom: f.redirectFrom(),
    },
    'Pagina',
  ),
  listing: (data) => ({ title: data.title, summary: data.summary, order: data.order }),
});
