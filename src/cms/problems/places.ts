/** Where a problem of a file stands in its form. */
import type { Found } from '../backend/gateway-api.ts';
import { blockLines, parseFile } from '../text/index.ts';

export interface Placed {
  found: Found;
  /** The field of the form; `body` for the text, nothing where it is of the file as a whole. */
  field: string | undefined;
  /** Which block of the text it is, counted from 0. */
  block?: number | undefined;
  /** How many blocks the text has. */
  blocks?: number | undefined;
  /** The line of the text, where it is in the text. */
  quote?: string | undefined;
}

const KEY = /^["']?([A-Za-z][\w-]*)["']?\s*:/;

/** The field of a line of YAML: the last key before it that stands at the margin. */
function fieldAt(lines: readonly string[], line: number): string | undefined {
  for (let at = Math.min(line, lines.length) - 1; at >= 0; at--) {
    const key = KEY.exec(lines[at] ?? '')?.[1];
    if (key) return key;
  }
  return undefined;
}

/** The line on which the text of an MDX file begins, counted from 1. */
function bodyLine(lines: readonly string[]): number {
  let line = lines.indexOf('---', 1) + 2;
  while (line <= lines.length && lines[line - 1]?.trim() === '') line++;
  return line;
}

/**
 * Finds where each problem stands.
 *
 * @param raw the file's text
 */
export function placesOf(raw: string, format: 'mdx' | 'yaml', found: readonly Found[]): Placed[] {
  const lines = raw.split(/\r?\n/);
  const start = format === 'mdx' ? bodyLine(lines) : Number.POSITIVE_INFINITY;
  const { body = '' } = format === 'mdx' ? ((parseFile(raw, format).data ?? {}) as { body?: string }) : {};
  const blocks = blockLines(body).map((line) => line + start - 1);
  return found.map((one): Placed => {
    // What is said of the first line is of the whole file: a field that is missing, or nobody leading there.
    if (one.line <= 1) return { found: one, field: undefined };
    if (one.line < start) return { found: one, field: fieldAt(lines, one.line) };
    const block = blocks.findLastIndex((line) => line <= one.line);
    const quote = lines[one.line - 1]?.trim() || undefined;
    return { found: one, field: 'body', quote, ...(block >= 0 && { block, blocks: blocks.length }) };
  });
}
