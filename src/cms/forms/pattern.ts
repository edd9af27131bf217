/** Patterns with which a form refuses at once what the schema would: the whole check runs when an entry is saved. */
import type { z } from 'zod';
import type { Messages } from '#i18n';
import type { Field } from '#model';
import { isUrl, limitsOf } from './schema.ts';

type Words = Messages['forms']['patterns'];
type Code = keyof Words;

const YEAR = '(?:1[89]|[2-9]\\d)\\d\\d';
/** The days of each month; whether a year has the 29th of February is left to the check. */
const DAY = '(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2\\d)|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31';
const DATE = `${YEAR}(?:-(?:0[1-9]|1[0-2]|${DAY}))?`;
const dates = { date: new RegExp(`^(?:${DATE})$`), 'open-date': new RegExp(`^(?:\\.\\./)?(?:${DATE})$`) };
const URL_START = /^\s*https?:\/\/[^\s/]\S*\s*$/i;

const isCode = (words: Words, code: string): code is Code => Object.hasOwn(words, code);

/** The pattern of a field's values, and in words what they are to be; none where the widget leaves no choice. */
export function patternOf(field: Field, schema: z.ZodType, words: Words): readonly [RegExp, string] | undefined {
  if (field.kind === 'date') {
    const code = schema.safeParse('../2012').success ? 'open-date' : 'date';
    return [dates[code], words[code]()];
  }
  if (field.kind !== 'line' && field.kind !== 'text') return undefined;
  if (isUrl(schema)) return [URL_START, words.url()];
  const { longest = 0, trimmed, patterns } = limitsOf(schema);
  const code = patterns.at(-1)?.code ?? '';
  if (!isCode(words, code)) throw new Error(`No words for the pattern «${code}» of «${field.name}»`);
  const parts = [
    trimmed && '^\\s*\\S',
    longest > 0 && `^[^]{0,${longest}}\\s*$`,
    ...patterns.map(({ pattern }) => (trimmed && field.kind === 'line' ? loose(pattern) : pattern.source)),
  ];
  const source = parts.flatMap((part) => (part ? `(?=${part})` : [])).join('');
  return [new RegExp(source, 'u'), words[code](longest)];
}

/** The same pattern, for a value that is trimmed before it is held against it. */
const loose = ({ source }: RegExp): string => source.replace(/^\^/, '^\\s*').replace(/\$$/, '\\s*$');
