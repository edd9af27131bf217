/** A file of content taken apart without losing a byte: fences, fields, text, and what stands between them. */
import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { checkMessages, type Said } from '#i18n';
import { type LineEnd, lineEndOf } from './lines.ts';

export type Format = 'mdx' | 'yaml';

/** Why a file cannot be edited as fields, in words for people, and where that is. */
export interface FileProblem extends Said {
  line: number;
  column: number;
}

/** A file's text as `before + fields + between + body + after`. */
export interface FileParts {
  /** A byte order mark and the opening fence. */
  before: string;
  /** YAML, with a line end after its last line. */
  fields: string;
  /** The closing fence and the empty lines under it. */
  between: string;
  /** The text, from its first line that is not empty to its last. */
  body: string;
  after: string;
  lineEnd: LineEnd;
}

const OPEN = /^\uFEFF?---[ \t]*\r?\n/;
const CLOSE = /(?:^|\n)(---[ \t]*(?:\r?\n|$)(?:[ \t]*\r?\n)*)/;

/** Takes a file apart. */
export function partsOf(text: string, format: Format): FileParts | { problem: FileProblem } {
  const lineEnd = lineEndOf(text);
  if (format === 'yaml') {
    const before = text.startsWith('\uFEFF') ? '\uFEFF' : '';
    return { before, fields: text.slice(before.length), between: '', body: '', after: '', lineEnd };
  }
  const before = OPEN.exec(text)?.[0];
  if (before === undefined) return { problem: { line: 1, column: 1, ...checkMessages.frontMatterMissing() } };
  const rest = text.slice(before.length);
  const close = CLOSE.exec(rest);
  if (!close) return { problem: { line: 1, column: 1, ...checkMessages.frontMatterOpen() } };
  const [all, between = ''] = close;
  const end = close.index + all.length;
  const body = rest.slice(end).trimEnd();
  return {
    before,
    fields: rest.slice(0, end - between.length),
    between,
    body,
    after: rest.slice(end + body.length),
    lineEnd,
  };
}

/** How many aliases a file may expand to; more is an attack or a mistake. */
const ALIASES = 100;

/** Fields parsed, with the tokens they were written with. */
export function documentOf(fields: string): { document: Document; value: unknown } | { code: string; offset: number } {
  const document: Document = parseDocument(fields, { keepSourceTokens: true, prettyErrors: false });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) return { code: fault.code, offset: fault.pos[0] };
  let group = -1;
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key)) return undefined;
      group = (key as { range?: [number] } | null)?.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  if (group >= 0) return { code: 'GROUP_AS_KEY', offset: group };
  try {
    return { document, value: document.toJS({ maxAliasCount: ALIASES }) as unknown };
  } catch {
    return { code: 'BAD_ALIAS', offset: 0 };
  }
}

/** A file as forms show it. */
export interface ParsedFile {
  /** Its fields and, of MDX, its text as `body`; what could be read where there is a problem. */
  data: Record<string, unknown>;
  problem?: FileProblem;
}

/**
 * Reads a file for a form.
 *
 * @param text the whole file, with its own line ends
 */
export function parseFile(text: string, format: Format): ParsedFile {
  const parts = partsOf(text, format);
  if ('problem' in parts) return { data: {}, problem: parts.problem };
  const body = format === 'mdx' ? { body: parts.body } : {};
  const read = documentOf(parts.fields);
  if ('code' in read) {
    const { line, col } = positionIn(text, parts.before.length + read.offset);
    return { data: body, problem: { line, column: col, ...checkMessages.yaml(read.code) } };
  }
  const { value, document } = read;
  if (value === null) return { data: body };
  if (!isMap(document.contents)) return { data: body, problem: { line: 1, column: 1, ...checkMessages.notFields() } };
  return { data: { ...(value as Record<string, unknown>), ...body } };
}

function positionIn(text: string, offset: number): { line: number; col: number } {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return lines.linePos(offset);
}
