/** Values, medians and quartiles reckoned anew, and how numbers are written in Italian. */
import type { Measured } from './sources.ts';

/** The value of a row in its indicator's unit. */
export function valueIn({ value, numerator, denominator }: Measured, unit: string): number | undefined {
  if (value !== undefined) return value;
  if (numerator === undefined || !denominator) return undefined;
  const share = numerator / denominator;
  return unit === 'percent' ? (numerator * 100) / denominator : share;
}

/** Method 7 of Hyndman and Fan: linear interpolation between the two nearest values. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] as number;
  const above = sorted[Math.ceil(at)] as number;
  return below * (1 - (at % 1)) + above * (at % 1);
}

export const medianOf = (values: readonly number[]): number | undefined =>
  values.length < 3 ? undefined : quantile(values, 0.5);

export const quartilesOf = (values: readonly number[]): [number, number] | undefined =>
  values.length < 5 ? undefined : [quantile(values, 0.25), quantile(values, 0.75)];

const italian = new Intl.NumberFormat('it', { maximumFractionDigits: 1, useGrouping: 'always' });
/** What is measured is written with one decimal, things and money with as many as they have. */
const toOneDecimal = new Intl.NumberFormat('it', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  useGrouping: 'always',
});
const UNITS: Record<string, string> = { percent: '\u00a0%', minutes: '\u00a0min', euro: '\u00a0€' };

/** A number without what the arithmetic of floating point adds to it: 12.149999999999999 is 12.15. */
const exact = (number: number) => Number(number.toPrecision(12));

export const written = (number: number): string => italian.format(exact(number));

export function rounded(number: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(exact(number * scale)) / scale;
}

/** A number with its unit, as one writes numbers of it. */
export const writer =
  (unit: string) =>
  (number: number): string =>
    (['count', 'euro'].includes(unit) ? written(number) : toOneDecimal.format(exact(number))) + (UNITS[unit] ?? '');

/** The median, or why there is none. */
export function writtenMedian(values: readonly number[], unit: string): string {
  const median = medianOf(values);
  if (median !== undefined) return writer(unit)(median);
  const how = values.length === 1 ? 'Un solo valore' : `${values.length} valori`;
  return `${how}: per la mediana ne servono almeno 3.`;
}

/** The middle half, or what is said where there is none. */
export function writtenHalf(values: readonly number[], unit: string, none: string): string {
  const quartiles = quartilesOf(values);
  return quartiles ? `da ${quartiles.map(writer(unit)).join(' a ')}` : none;
}

/** «di giugno 2026», «del 2026», «dell’8 maggio 2026». */
export function ofPeriod(words: string): string {
  if (/^[a-z]/.test(words)) return `di ${words}`;
  return /^(8|11) /.test(words) ? `dell’${words}` : `del ${words}`;
}

/** «a, b e c». */
export const listed = (parts: readonly string[]): string =>
  [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' e ');
