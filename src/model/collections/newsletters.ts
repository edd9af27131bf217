import { defineCollection } from '../collection.ts';
import { yearOf } from '../dates.ts';
import * as f from '../fields.ts';

export const newsletters = defineCollection({
  id: 'newsletters',
  format: 'mdx',
  route: 'newsletter',
  pages: 'entry',
  listed: true,
  labels: { one: 'Newsletter', many: 'Newsletter' },
  purpose: 'La lettera periodica ai partecipanti.',
  sort: 'newest',
  schema: f.group(
    {
      number: f.whole('Numero').min(1),
      date: f.date('Data'),
      title: f.title(),
      access: f.access(),
      items: f
        .listOf(
          f.group({ ref: f.anyReference('Voce'), line: f.text('Riga di presentazione').optional() }, 'Notizia'),
          'In questo numero',
        )
        .optional(),
      redirectFrom: f.redirectFrom(),
    },
    'Newsletter',
  ),
  listing: (data) => ({ title: data.title, date: data.date, kind: `n. ${data.number}`, order: data.number }),
  facets: (data) => ({ year: yearOf(data.date) }),
});
