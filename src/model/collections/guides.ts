import { defineCollection } from '../collection.ts';
import { yearOf } from '../dates.ts';
import * as f from '../fields.ts';

export const guides = defineCollection({
  id: 'guides',
  format: 'mdx',
  route: 'guide',
  pages: 'entry',
  listed: true,
  labels: { one: 'Guida', many: 'Guide' },
  purpose: 'Come fare una cosa allo sportello, in una pagina da usare lo stesso giorno.',
  sort: 'title',
  schema: f.group(
    {
      title: f.title(),
      summary: f.summary(),
      access: f.access(),
      themes: f.themes(),
      authors: f.authors(),
      updated: f.updated(),
      reviewBy: f.reviewBy(),
      status: f.documentStatus(),
      supersededBy: f.reference('guides', 'Superata da').optional(),
      related: f.related(),
      redirectFrom: f.redirectFrom(),
    },
    'Guida',
  ),
  listing: (data) => ({
    title: data.title,
    summary: data.summary,
    date: data.updated,
    state: data.status === 'superseded' ? 'Superata' : undefined,
    draft: data.status === 'draft',
  }),
  facets: (data) => ({ theme: data.themes, participant: data.authors, year: yearOf(data.updated) }),
});
