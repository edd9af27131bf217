/** How dates, numbers and sizes are written. */
import { messages } from './messages.ts';

/** How a language writes dates and numbers: British English for `en`. */
const formatOf = (locale: string) => (locale === 'en' ? 'en-GB' : locale);

/** Formatters are dear to make: each is made once. */
function once<Format>(make: (locale: string, detail: number) => Format): (locale: string, detail: number) => Format {
  const made = new Map<string, Format>();
  return (locale, detail) => {
    const key = `${locale} ${detail}`;
    const format = made.get(key) ?? make(formatOf(locale), detail);
    made.set(key, format);
    return format;
  };
}

const numbers = once(
  (locale, digits) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits, useGrouping: 'always', signDisplay: 'negative' }),
);
/** With as many decimals as there may be, so that those of a column or a pair can be compared. */
const measures = once(
  (locale, digits) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: 'always',
      signDisplay: 'negative',
    }),
);
/** By how many parts of the date are known: 2 month and year, 3 the day too. */
const datesWith = (month: 'long' | 'short') =>
  once(
    (locale, parts) =>
      new Intl.DateTimeFormat(locale, {
        timeZone: 'UTC',
        year: 'numeric',
        month,
        ...(parts === 3 && { day: 'numeric' }),
      }),
  );
const dates = datesWith('long');
const shortDates = datesWith('short');

/**
 * A partial date in words: «4 maggio 2012», «giugno 2011», «2011», «entro il 4 maggio 2012».
 *
 * @param value a valid partial or open date
 * @param length `short` shortens the month: «giu 2011»
 */
export function formatDate(value: string, locale: string, length: 'long' | 'short' = 'long'): string {
  const parts = value.replace('../', '').split('-');
  if (value.startsWith('../')) return messages(locale).dates.by(formatDate(value.slice(3), locale), parts.length);
  const [year, month, day] = parts.map(Number) as [number, number?, number?];
  if (!month) return String(year);
  const written = (length === 'short' ? shortDates : dates)(locale, parts.length).format(
    new Date(Date.UTC(year, month - 1, day ?? 1)),
  );
  return day === 1 && locale === 'it' ? written.replace(/^1 /, '1º ') : written;
}

/** A number as the language writes it: «1.234,5». */
export const formatNumber = (value: number, locale: string): string => numbers(locale, 1).format(value);

/** Units that count whole things or money. */
const WHOLE = new Set(['count', 'euro']);

/** A measured value with its unit: «83,3 %», «15,0 min», «1.250 €». */
export const formatMeasure = (value: number, unit: string, locale: string): string =>
  (WHOLE.has(unit) ? formatNumber(value, locale) : measures(locale, 1).format(value)) + unitOf(unit, locale);

/** A value of a chart's scale with its unit: «80 %». */
export const formatTick = (value: number, unit: string, locale: string): string =>
  formatNumber(value, locale) + unitOf(unit, locale);

const unitOf = (unit: string, locale: string) => messages(locale).benchmark.units[unit] ?? '';

/** A size in bytes, rounded for reading: «12 KB». */
export function formatSize(bytes: number, locale: string): string {
  if (bytes < 1000) return `${bytes} byte`;
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${numbers(locale, value < 10 ? 1 : 0).format(value)} ${unit}`;
}
