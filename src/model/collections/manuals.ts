import type { z } from 'zod';
import { defineCollection } from '../collection.ts';
import { yearOf } from '../dates.ts';
import * as f from '../fields.ts';

const chapter = f.group(
  {
    title: f.title(),
    order: f.whole('Posizione', 'L’ordine del capitolo nel manuale.').min(1),
    redirectFrom: f.redirectFrom(),
  },
  'Capitolo',
);

export type Chapter = z.output<typeof chapter>;

export const manuals = defineCollection({
  id: 'manuals',
  format: 'mdx',
  route: 'manuali',
  pages: 'entry',
  listed: true,
  labels: { one: 'Manuale', many: 'Manuali' },
  purpose: 'Un argomento dall’inizio alla fine, in capitoli.',
  sort: 'title',
  schema: f.group(
    {
      title: f.title(),
      summary: f.summary(),
      access: f.access(),
      themes: f.themes(),
      authors: f.authors(),
      version: f.line('Versione', 'Tra virgolette, per esempio «"1.0"».'),
      updated: f.updated(),
      reviewBy: f.reviewBy(),
      status: f.documentStatus(),
      supersededBy: f.reference('manuals', 'Superato da').optional(),
      related: f.related(),
      redirectFrom: f.redirectFrom(),
    },
    'Manuale',
  ),
  part: {
    labels: { one: 'Capitolo', many: 'Capitoli' },
    schema: chapter,
    listing: (data: Chapter) => ({ title: data.title, order: data.order }),
  },
  listing: (data) => ({
    title: data.title,
    summary: data.summary,
    date: data.updated,
    kind: `versione ${data.version}`,
    state: data.status === 'superseded' ? 'Superato' : undefined,
    draft: data.status === 'draft',
  }),
  facets: (data) => ({ theme: data.themes, participant: data.authors, year: yearOf(data.updated) }),
});
