import type { Edition } from '#content';
import type { EntryLink, MeasuredValue, MeasurementSet } from '#mdx';
import { roundTo } from '#model';
import { defineDataset, demo, field, labelOf, own } from '../dataset.ts';
import { idOf } from '../entries.ts';

/** A value; without a participant where its name is not shown. */
interface Row extends Partial<MeasuredValue> {
  indicator: EntryLink;
  set: MeasurementSet;
  value: number;
}

/** Decimals of a computed value: more would only be the arithmetic's. */
const DECIMALS = 4;

export const dataset = defineDataset<Row>({
  id: 'rilevazioni',
  title: 'Rilevazioni',
  description: 'I valori degli indicatori per partecipante e periodo.',
  from: ['measurements'],
  columns: [
    field('indicatore', 'measurements', 'indicator', ({ indicator }) => idOf(indicator.ref)),
    field('periodo', 'measurements', 'period', ({ set }) => set.period),
    field('stato', 'measurements', 'status', ({ set }) =>
      labelOf('measurements', 'status', set.provisional ? 'provisional' : 'final'),
    ),
    own(
      'partecipante',
      'text',
      'Identificativo del partecipante; vuoto dove i valori si pubblicano senza nome.',
      ({ participant }) => participant && idOf(participant.ref),
    ),
    field('comune', 'participants', 'name', ({ participant }) => participant?.title),
    own(
      'valore',
      'number',
      'Il valore nell’unità dell’indicatore: come è stato comunicato, oppure calcolato da numeratore e denominatore e arrotondato a quattro decimali. Dove il nome non si pubblica, il valore è arrotondato a un decimale.',
      ({ value }) => roundTo(value, DECIMALS),
    ),
    field('numeratore', 'measurements', 'values.numerator', ({ numerator }) => numerator),
    field('denominatore', 'measurements', 'values.denominator', ({ denominator }) => denominator),
    field('nota', 'measurements', 'values.note', ({ note }) => note),
    demo(({ set, indicator }) => set.demo || indicator.demo),
  ],
  rows: ({ series }: Edition) =>
    series.flatMap(({ indicator, sets }) =>
      sets.flatMap((set): Row[] => [
        ...set.values.map((value) => ({ ...value, indicator, set })),
        ...(set.unnamed ?? []).map((value) => ({ value, indicator, set })),
      ]),
    ),
});
