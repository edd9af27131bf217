import { defineCollection } from '../collection.ts';
import * as f from '../fields.ts';
import type { units } from './indicators.ts';

/** The unit of an indicator's values. */
export type Unit = keyof typeof units;

/**
 * A row's value in its indicator's unit: as given, or numerator ÷ denominator, in hundredths where the unit is percent.
 *
 * @returns undefined where neither is given, or the denominator is 0
 */
export function measuredValue(
  row: { value?: number | undefined; numerator?: number | undefined; denominator?: number | undefined },
  unit: Unit,
): number | undefined {
  const { value, numerator, denominator } = row;
  if (value !== undefined || numerator === undefined || !denominator) return value;
  return Number((((unit === 'percent' ? 100 : 1) * numerator) / denominator).toPrecision(12));
}

/** A value with so many decimals, halves rounded up. */
export function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  // Nothing below nothing is nothing.
  return Math.round(Number((value * scale).toPrecision(12))) / scale + 0;
}

export const measurements = defineCollection({
  id: 'measurements',
  format: 'yaml',
  route: 'indicatori',
  pages: 'none',
  listed: false,
  labels: { one: 'Rilevazione', many: 'Rilevazioni' },
  purpose: 'I valori di un indicatore in un periodo, un file ciascuno.',
  sort: 'newest',
  schema: f.group(
    {
      indicator: f.reference('indicators', 'Indicatore'),
      period: f.date('Periodo'),
      access: f.access(),
      status: f.choice('Stato', { provisional: 'Provvisoria', final: 'Definitiva' }),
      names: f
        .choice(
          'Nomi visibili a',
          { all: 'Tutti', participants: 'Solo i partecipanti' },
          'Chi può vedere di chi è ciascun valore. Con «participants» il sito pubblico mostra i valori senza nome.',
        )
        .default('all'),
      values: f.listOf(
        f.group(
          {
            participant: f.reference('participants', 'Partecipante'),
            value: f.number('Valore').optional(),
            numerator: f.number('Numeratore').optional(),
            denominator: f.number('Denominatore').optional(),
            note: f.text('Nota').optional(),
          },
          'Valore',
        ),
        'Valori',
      ),
    },
    'Rilevazione',
  ),
  listing: (data, id) => ({ title: id, date: data.period }),
  // Counts, notes and file order would tell whose value it is as surely as the name: what may be shown is in the series.
  publicView: (data) => (data.names === 'all' ? data : { ...data, values: [] }),
});
