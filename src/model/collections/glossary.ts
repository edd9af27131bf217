import { defineCollection } from '../collection.ts';
import * as f from '../fields.ts';

export const glossary = defineCollection({
  id: 'glossary',
  format: 'yaml',
  route: 'glossario',
  pages: 'list',
  listed: true,
  labels: { one: 'Termine', many: 'Glossario' },
  purpose: 'Le parole della rete e degli sportelli, spiegate.',
  sort: 'title',
  schema: f.group(
    {
      term: f.line('Termine'),
      acronym: f.line('Sigla').optional(),
      definition: f.text('Definizione'),
      see: f.listOf(f.reference('glossary', 'Termine'), 'Si veda anche').optional(),
      sources: f.listOf(f.line('Fonte'), 'Fonti').optional(),
    },
    'Termine',
  ),
  listing: (data) => ({ title: data.term, summary: data.definition, kind: data.acronym }),
});
