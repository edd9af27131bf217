import { defineCollection } from '../collection.ts';
import { yearOf } from '../dates.ts';
import * as f from '../fields.ts';

export const newsKinds = {
  legislation: 'Normativa',
  experience: 'Esperienza',
  event: 'Evento',
  network: 'Dalla rete',
} as const;

export const news = defineCollection({
  id: 'news',
  format: 'mdx',
  route: 'novita',
  pages: 'entry',
  listed: true,
  labels: { one: 'Novità', many: 'Novità' },
  purpose: 'Notizie dalla rete e dal mondo degli sportelli.',
  sort: 'newest',
  schema: f.group(
    {
      title: f.title(),
      date: f.date('Data'),
      kind: f.choice('Tipo', newsKinds),
      access: f.access(),
      summary: f.summary(),
      source: f.group({ title: f.title(), url: f.url('Indirizzo').optional() }, 'Fonte').optional(),
      themes: f.themes().optional(),
      redirectFrom: f.redirectFrom(),
    },
    'Novità',
  ),
  listing: (data) => ({ title: data.title, summary: data.summary, date: data.date, kind: newsKinds[data.kind] }),
  facets: (data) => ({ theme: data.themes, kind: newsKinds[data.kind], year: yearOf(data.date) }),
});
