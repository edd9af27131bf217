/** Dates known to the day, the month or the year, reckoned anew as the days that they may mean. */

const MONTHS = 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(
  ' ',
);

export const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10);

export function lastDay(date: string): string {
  const [year, month = 12, day] = date.split('-').map(Number) as [number, number?, number?];
  return day ? date : new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Every day that `a` may mean is before every day that `b` may. */
export const precedes = (a: string, b: string): boolean => lastDay(a) < firstDay(b);

/** The earlier first: by first day, then by last. */
export const inOrder = (a: string, b: string): number => {
  const [left, right] = [firstDay(a) + lastDay(a), firstDay(b) + lastDay(b)];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** «4 maggio 2012», «giugno 2011», «2011». */
export function inWords(date: string): string {
  const [year, month, day] = date.split('-');
  const name = month && MONTHS[Number(month) - 1];
  const number = day === '01' ? '1º' : day && String(Number(day));
  return [number, name, year].filter(Boolean).join(' ');
}

/** The day of the build. */
export const today = (): string => new Date().toISOString().slice(0, 10);
