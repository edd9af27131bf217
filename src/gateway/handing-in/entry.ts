/** What was handed in, as an entry of the model. */
import { posix } from 'node:path';
import { stringify } from 'yaml';
import { aYearAfter, collections, nameFrom } from '#model';
import type { Typed } from './form.ts';
import { asMarkdown } from './plain-text.ts';

/** The file that was handed in, and the accessible one with the same content where there is one, by their names. */
export interface FileNames {
  file: string;
  alternative?: string | undefined;
}

/** In the time zone of the network. */
const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' });

/** The ISO day of a moment, in milliseconds since 1970. */
export const dayOf = (at: number): string => DAY.format(at);

/** A file's name as it can stand in an address: `Scheda (2).PDF` as `scheda-2.pdf`. */
export function fileName(given: string): string {
  const { name, ext } = posix.parse(given);
  return `${nameFrom(name) ?? 'file'}${ext.toLowerCase()}`;
}

/** Names for both files; two of one name would be one file. */
export function fileNames(given: string, alternative: string | undefined): FileNames {
  const file = fileName(given);
  if (alternative === undefined) return { file };
  const other = fileName(alternative);
  return { file, alternative: other === file ? other.replace(/(?=\.[^.]*$|$)/, '-accessibile') : other };
}

const ACCESSIBLE = { unknown: {}, yes: { accessible: true }, no: { accessible: false } } as const;

/**
 * The entry's text.
 *
 * @param today an ISO day
 * @param participant who hands it in, by id
 */
export function entryText(typed: Typed, names: FileNames, today: string, participant: string | undefined): string {
  const { title, summary, kind, themes, reading, note } = typed;
  const fields = {
    title,
    summary,
    access: 'participants',
    kind,
    themes,
    ...(participant && { contributedBy: participant }),
    version: '1.0',
    updated: today,
    reviewBy: aYearAfter(today),
    files: [
      {
        path: names.file,
        label: title,
        ...ACCESSIBLE[reading],
        ...(names.alternative && { alternative: names.alternative }),
      },
    ],
  };
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n${note === '' ? '' : `\n${asMarkdown(note)}\n`}`;
}

/** The field of an entry's text that a line belongs to; `body` below the fields. */
export function fieldAt(text: string, line: number): string {
  const lines = text.split('\n');
  const end = lines.indexOf('---', 1);
  if (line - 1 > end) return 'body';
  const keys = lines.slice(1, Math.max(1, line)).flatMap((one) => /^(\w+):/.exec(one)?.[1] ?? []);
  return keys.at(-1) ?? '';
}

/** As long as an entry's name may be (rule `file-name`). */
const LONGEST = 100;

/** The names that an entry can have, the plainest first: with a number where the one before is taken. */
export function* idsFor(title: string): Generator<string> {
  const name = nameFrom(title) ?? collections.tools.route;
  yield name;
  for (let number = 2; ; number++) yield `${name.slice(0, LONGEST - 5).replace(/-+$/, '')}-${number}`;
}
