import { defineCollection } from '../collection.ts';
import { yearOf } from '../dates.ts';
import * as f from '../fields.ts';

export const toolKinds = {
  form: 'Modulo',
  checklist: 'Lista di controllo',
  'indicator-set': 'Insieme di indicatori',
  guideline: 'Linea guida',
  procedure: 'Procedura',
  spreadsheet: 'Foglio di calcolo',
  'evaluation-sheet': 'Scheda di valutazione',
} as const;

export const tools = defineCollection({
  id: 'tools',
  format: 'mdx',
  route: 'strumenti',
  pages: 'entry',
  listed: true,
  labels: { one: 'Strumento', many: 'Strumenti' },
  purpose: 'Schede, modelli e liste di controllo pronti da scaricare e adattare.',
  sort: 'title',
  schema: f.group(
    {
      title: f.title(),
      summary: f.summary(),
      access: f.access(),
      kind: f.choice('Tipo', toolKinds),
      themes: f.themes(),
      contributedBy: f.reference('participants', 'Messo a disposizione da').optional(),
      version: f.line('Versione', 'Tra virgolette, per esempio «"1.0"».'),
      updated: f.updated(),
      reviewBy: f.reviewBy(),
      files: f
        .listOf(
          f.group(
            {
              path: f.attachment('File', 'Il percorso del file, relativo alla cartella dello strumento.'),
              label: f.line('Descrizione del file'),
              accessible: f.flag('Accessibile', 'Se si legge bene anche con le tecnologie assistive.').optional(),
              alternative: f
                .attachment('Alternativa accessibile', 'Un altro file con lo stesso contenuto, accessibile.')
                .optional(),
            },
            'File',
          ),
          'File da scaricare',
        )
        .optional(),
      redirectFrom: f.redirectFrom(),
    },
    'Strumento',
  ),
  listing: (data) => ({ title: data.title, summary: data.summary, date: data.updated, kind: toolKinds[data.kind] }),
  facets: (data) => ({
    theme: data.themes,
    participant: data.contributedBy ? [data.contributedBy] : [],
    kind: toolKinds[data.kind],
    year: yearOf(data.updated),
  }),
});
