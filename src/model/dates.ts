/**
 * Partial dates: ISO dates known to the day, the month or the year. A partial date is
 * the interval of days it may mean; comparing two of them compares those intervals, so
 * that «2011» neither precedes nor follows «2011-06».
 */
const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const OPEN = '../';

/** The days a partial date may mean, both included, as `YYYY-MM-DD`; `first` is `''` when open. */
export interface Days {
  first: string;
  last: string;
}

const lastOfMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const pad = (value: number) => String(value).padStart(2, '0');

/** True for `2012-05-04`, `2011-06` and `2011`, where the day exists and the year is 1800 or later. */
export function isPartialDate(value: string): boolean {
  const match = PARTIAL.exec(value);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (year < 1800) return false;
  if (match[2] !== undefined && (month < 1 || month > 12)) return false;
  return match[3] === undefined || (day >= 1 && day <= lastOfMonth(year, month));
}

/** As `isPartialDate`, and also `../DATE`: on or before that date. */
export const isOpenDate = (value: string): boolean =>
  isPartialDate(value.startsWith(OPEN) ? value.slice(OPEN.length) : value);

/** The days a valid partial or open date may mean. */
export function daysOf(value: string): Days {
  if (value.startsWith(OPEN)) return { first: '', last: daysOf(value.slice(OPEN.length)).last };
  const [year = '', month, day] = value.split('-');
  if (day) return { first: value, last: value };
  if (month) return { first: `${value}-01`, last: `${value}-${pad(lastOfMonth(Number(year), Number(month)))}` };
  return { first: `${year}-01-01`, last: `${year}-12-31` };
}

/** True when every day that `a` may mean comes before every day that `b` may mean. */
export const isBefore = (a: string, b: string): boolean => daysOf(a).last < daysOf(b).first;

/** Orders partial dates by their first possible day, then by their last: for `sort`. */
export function compareDates(a: string, b: string): number {
  const [left, right] = [daysOf(a), daysOf(b)];
  return left.first.localeCompare(right.first) || left.last.localeCompare(right.last);
}

/** The year of a partial or open date, as `YYYY`. */
export const yearOf = (value: string): string => daysOf(value).last.slice(0, 4);

/** The same day of the next year, or the month where there is no such day. */
export function aYearAfter(day: string): string {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return isPartialDate(next) ? next : next.slice(0, 7);
}
