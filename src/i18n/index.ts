/** Every word that people read, by language, and how dates, numbers and sizes are written. */
import { en } from './en.ts';
import { it, type Messages } from './it.ts';
import { itCheck } from './it-check.ts';
import { itCommands } from './it-commands.ts';

export type { Messages } from './it.ts';
export type { Said } from './it-check.ts';
/** The words of the content check. */
export const checkMessages = itCheck;
/** The words of the commands. */
export const commandMessages = itCommands;

const all: Record<string, Messages> = { it, en };
/** How a language writes dates and numbers: British English for `en`. */
const formatOf = (locale: string) => (locale === 'en' ? 'en-GB' : locale);

/** The words of a language; Italian where it is not known. */
export const messages = (locale: string): Messages => all[locale] ?? it;

/**
 * A partial date in words: «4 maggio 2012», «giugno 2011», «2011», «entro il 4 maggio 2012».
 *
 * @param value a valid partial or open date
 */
export function formatDate(value: string, locale: string): string {
  if (value.startsWith('../'))
    return messages(locale).dates.by(formatDate(value.slice(3), locale), value.split('-').length);
  const [year, month, day] = value.split('-').map(Number) as [number, number?, number?];
  if (!month) return String(year);
  const options: Intl.DateTimeFormatOptions = {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day ? { day: 'numeric' } : {}),
  };
  const written = new Intl.DateTimeFormat(formatOf(locale), options).format(
    new Date(Date.UTC(year, month - 1, day ?? 1)),
  );
  return day === 1 && locale === 'it' ? written.replace(/^1 /, '1º ') : written;
}

/** A number as the language writes it: «1.234,5». */
export const formatNumber = (value: number, locale: string): string =>
  new Intl.NumberFormat(formatOf(locale), { maximumFractionDigits: 1 }).format(value);

/** A size in bytes, rounded for reading: «12 KB». */
export function formatSize(bytes: number, locale: string): string {
  if (bytes < 1000) return `${bytes} byte`;
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${new Intl.NumberFormat(formatOf(locale), { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`;
}
