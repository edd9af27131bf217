/** Values as forms hand them over: when they say nothing, and when they say the same. */

/** Values by name. */
export type Group = Record<string, unknown>;

export const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True where a form means that nothing is there: no text, no items, a group of nothing. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isGroup(value) && Object.values(value).every(isEmpty);
}

/** True where two values say the same: a year may be a number or a text, line ends do not count. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b || (isEmpty(a) && isEmpty(b))) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, index) => isSame(value, b[index]));
  if (isGroup(a) && isGroup(b))
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSame(a[key], b[key]));
  if (typeof a === 'string' && typeof b === 'string') return a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n');
  return isText(a) && isText(b) && typeof a !== typeof b && String(a) === String(b);
}

const isText = (value: unknown) => typeof value === 'string' || typeof value === 'number';

/** A value without what says nothing. */
export function filled(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\r\n', '\n');
  if (Array.isArray(value)) return value.filter((item) => !isEmpty(item)).map(filled);
  if (!isGroup(value)) return value;
  const pairs = Object.entries(value).filter(([, inner]) => !isEmpty(inner));
  return Object.fromEntries(pairs.map(([key, inner]) => [key, filled(inner)]));
}

/** The same text for values that say the same. */
export const nameOf = (value: unknown): string =>
  JSON.stringify(filled(value), (_, inner: unknown) => {
    if (typeof inner === 'number') return String(inner);
    return isGroup(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner;
  }) ?? '';
