/** Where two texts of a file differ, by lines: held apart from the code that writes files. */
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import type { Typed } from './entries.ts';

/** The first to the last line that differ, in both. */
export interface Hunk {
  /** How many lines stand before it. */
  at: number;
  was: string[];
  is: string[];
}

export function hunkOf(before: string, after: string): Hunk {
  const [was, is] = [before.split('\n'), after.split('\n')];
  const least = Math.min(was.length, is.length);
  let at = 0;
  while (at < least && was[at] === is[at]) at++;
  let end = 0;
  while (end < least - at && was.at(-1 - end) === is.at(-1 - end)) end++;
  return { at, was: was.slice(at, was.length - end), is: is.slice(at, is.length - end) };
}

/** A difference, for people. */
export const shown = ({ at, was, is }: Hunk): string =>
  [`line ${at + 1}:`, ...was.map((line) => `- ${line}`), ...is.map((line) => `+ ${line}`)].join('\n');

/** What begins a block where no empty line stands before it: an item, a row, a component, a heading, a quote. */
const BEGINS = /^\s*(?:[-*+] |\d+[.)] |\||<\/?[A-Z]|#|>|```)/;

const words = (lines: readonly string[]): string => lines.join(' ').replace(/\s+/g, ' ').trim();

/** What is wrong with a file in which one word of its text became another; nothing where only its block differs. */
export function wordTrouble(before: string, after: string, was: string, is: string): string | undefined {
  const hunk = hunkOf(before, after);
  const isOneBlock = [hunk.was, hunk.is].every(
    (lines) => lines.length > 0 && !lines.some((line, at) => line.trim() === '' || (at > 0 && BEGINS.test(line))),
  );
  const isThatWord = words(hunk.is).replace(is, was) === words(hunk.was) && words(hunk.is).includes(is);
  return isOneBlock && isThatWord ? undefined : `«${was}» became «${is}»: ${shown(hunk)}`;
}

const fieldsOf = (text: string): string => /^---\n([\s\S]*?\n)---(?:\n|$)/.exec(text)?.[1] ?? text;

/** What is wrong with a file in which one field was changed; nothing where only the lines of its key differ. */
export function fieldTrouble(before: string, after: string, { name: key, value }: Typed): string | undefined {
  const hunk = hunkOf(before, after);
  const lines = before.split('\n');
  const first = lines.findIndex((line) => line.startsWith(`${key}:`));
  const next = lines.findIndex((line, at) => at > first && !/^(?:\s|$|#)/.test(line));
  const end = next < 0 ? lines.length : next;
  // A longer value may only add a line under its own.
  const isWithin = first >= 0 && hunk.at >= first && hunk.at + hunk.was.length <= end;

  const was = parse(fieldsOf(before)) as Record<string, unknown>;
  const is = parse(fieldsOf(after)) as Record<string, unknown>;
  const isThatValue = isDeepStrictEqual(is, { ...was, [key]: value });
  return isWithin && isThatValue ? undefined : `«${key}»: ${shown(hunk)}`;
}
