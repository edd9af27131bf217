/** One file of content, from bytes to checked fields and a parsed body. Knows no other file. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { checkMessages } from '#i18n';
import { type Place, type Problem, parseMdx, problem, schemaFindings } from '#mdx';
import { type Fields, parseFields } from './yaml.ts';

type ParsedBody = ReturnType<typeof parseMdx>['body'];

/** What one file holds. `data` is absent where the fields are not what their schema wants. */
export interface Document {
  data?: unknown;
  body?: ParsedBody | undefined;
  problems: Problem[];
}

const start: Place = { line: 1, column: 1 };
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** SHA-256 of some bytes, in hex. */
export const digestOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The text of a file, or why it is none. A byte order mark is dropped. */
export function decodeText(bytes: Uint8Array): { text: string } | { problem: Problem } {
  if (bytes.length === 0) return { problem: problem('file-readable', start, checkMessages.empty()) };
  try {
    const text = decoder.decode(bytes);
    const nul = text.indexOf('\0');
    return nul < 0 ? { text } : { problem: problem('file-readable', placeIn(text, nul), checkMessages.nul()) };
  } catch {
    const lenient = new TextDecoder().decode(bytes);
    return { problem: problem('file-utf8', placeIn(lenient, lenient.indexOf('\uFFFD')), checkMessages.notUtf8()) };
  }
}

function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, Math.max(offset, 0)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const FENCE = /^---[ \t]*\r?\n/;
const CLOSE = /\r?\n---[ \t]*(?:\r?\n|$)/;

/** As many lines, with nothing on them. */
const blanked = (text: string) => text.replace(/[^\r\n]+/g, '');

/** The fields at the top of an MDX file and the text below, each at the line numbers of the file. */
export function frontMatterOf(text: string): { fields: string; body: string } | { problem: Problem } {
  const fence = FENCE.exec(text);
  if (!fence) return { problem: problem('front-matter', start, checkMessages.frontMatterMissing()) };
  const from = fence[0].length;
  const close = CLOSE.exec(text.slice(from - 1));
  if (!close) return { problem: problem('front-matter', start, checkMessages.frontMatterOpen()) };
  const end = from - 1 + close.index;
  return {
    fields: `\n${text.slice(from, end)}`,
    body: blanked(text.slice(0, end + close[0].length)) + text.slice(end + close[0].length),
  };
}

/** The fields of a file with their positions, whatever its format. */
export function fieldsOf(
  bytes: Uint8Array,
  format: 'mdx' | 'yaml',
): { fields: Fields; body: string } | { problem: Problem } {
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return decoded;
  if (format === 'yaml') return { fields: parseFields(decoded.text), body: '' };
  const matter = frontMatterOf(decoded.text);
  return 'problem' in matter ? matter : { fields: parseFields(matter.fields), body: matter.body };
}

/** How many problems of one file's fields are told at once: more are one mistake many times. */
const MOST = 50;

/** Checks parsed fields against a schema; problems stand at the key or value they are about. */
export function checkFields(fields: Fields, schema: z.ZodType): Pick<Document, 'data' | 'problems'> {
  if (fields.problems.length > 0) return { problems: fields.problems };
  const value = fields.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { problems: [problem('front-matter', start, checkMessages.notFields())] };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { data: parsed.data, problems: [] };
  const problems = schemaFindings(parsed.error, value, schema)
    .slice(0, MOST)
    .map(({ rule, path, at, message, fix }) => problem(rule, fields.locate(path, at), { message, fix }));
  return { problems };
}

/** Reads one file whole: fields, body, and everything wrong with either. */
export function readDocument(bytes: Uint8Array, format: 'mdx' | 'yaml', schema: z.ZodType): Document {
  const read = fieldsOf(bytes, format);
  if ('problem' in read) return { problems: [read.problem] };
  const { data, problems } = checkFields(read.fields, schema);
  if (format === 'yaml') return { data, problems };
  const { body, problems: found } = parseMdx(read.body);
  return { data, body, problems: [...problems, ...found] };
}
