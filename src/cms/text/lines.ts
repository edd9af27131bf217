/** Texts as lines: where they begin and end, and with which signs. */

import { diffArrays } from 'diff';

export type LineEnd = '\n' | '\r\n';

/** The line end that a text uses, by its first line. */
export const lineEndOf = (text: string): LineEnd => (/^[^\n]*\r\n/.test(text) ? '\r\n' : '\n');

/** A text with one kind of line end. */
export const withLineEnd = (text: string, end: LineEnd): string => text.replace(/\r?\n/g, end);

/** A text whose lines end as the same lines of another do, and the others in the given way. */
export function withLineEndsOf(original: string, text: string, end: LineEnd): string {
  const plain = withLineEnd(text, '\n');
  if (!/(?:^|[^\r])\n/.test(original) || !original.includes('\r\n')) return withLineEnd(plain, end);
  const lines = original.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const bare = (line: string) => line.replace(/\r?\n$/, '\n');
  let at = 0;
  return diffArrays(lines.map(bare), plain.match(/[^\n]*\n|[^\n]+$/g) ?? [])
    .flatMap(({ value, added, removed }) => {
      if (added) return value.map((line) => withLineEnd(line, end));
      at += value.length;
      return removed ? [] : lines.slice(at - value.length, at);
    })
    .join('');
}

/** Where the line of an offset begins. */
export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** Where the line after that of an offset begins, or where the text ends. */
export function nextLine(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  return found < 0 ? text.length : found + 1;
}

/** All lines but the first and the empty ones moved to the right. */
export const hanging = (text: string, indent: string): string => text.replace(/\n(?=[^\r\n])/g, `\n${indent}`);

/** One piece of a text replaced by another. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** A text with pieces of it replaced: at one place first what is put in, in its order, then what is replaced. */
export function edited(text: string, edits: readonly Edit[]): string {
  let at = 0;
  let result = '';
  for (const edit of [...edits].sort(
    (a, b) => a.from - b.from || Math.sign(a.to - a.from) - Math.sign(b.to - b.from),
  )) {
    result += text.slice(at, edit.from) + edit.text;
    at = Math.max(at, edit.to);
  }
  return result + text.slice(at);
}
