import { defineCollection } from '../collection.ts';
import * as f from '../fields.ts';

export const units = {
  percent: 'percentuale',
  minutes: 'minuti',
  count: 'numero',
  score: 'punteggio',
  euro: 'euro',
} as const;
export const directions = {
  higher: 'Un valore più alto è di solito preferibile',
  lower: 'Un valore più basso è di solito preferibile',
  neutral: 'Il valore non ha un verso preferibile',
} as const;

export const indicators = defineCollection({
  id: 'indicators',
  format: 'yaml',
  route: 'indicatori',
  pages: 'entry',
  listed: true,
  labels: { one: 'Indicatore', many: 'Indicatori' },
  purpose: 'Che cosa si misura, come, e con chi si può confrontare.',
  sort: 'title',
  schema: f.group(
    {
      title: f.title(),
      theme: f.reference('themes', 'Tema'),
      definition: f.text('Definizione', 'La domanda a cui l’indicatore risponde, in parole semplici.'),
      unit: f.choice('Unità di misura', units),
      direction: f.choice('Verso', directions),
      numerator: f.text('Numeratore').optional(),
      denominator: f.text('Denominatore').optional(),
      howMeasured: f.text('Come si misura'),
      comparability: f
        .text('Confrontabilità', 'Che cosa sapere prima di confrontare i valori di comuni diversi.')
        .optional(),
      redirectFrom: f.redirectFrom(),
    },
    'Indicatore',
  ),
  listing: (data) => ({ title: data.title, summary: data.definition, kind: units[data.unit] }),
  kindLabel: 'Unità di misura',
  facets: (data) => ({ theme: [data.theme], kind: units[data.unit] }),
});
