/** Texts of content files where an entry gets another id: only what names it is written anew. */
import type { Diagnostic } from '#content';
import type { CollectionId } from '#model';

/** An entry that gets another id. */
export interface Renamed {
  collection: CollectionId;
  from: string;
  to: string;
}

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What stands before and after an id where it is one, and not a part of another. */
const NOT_BEFORE = '(?<![A-Za-z0-9_-])';
const NOT_AFTER = '(?![A-Za-z0-9_-])';

/** How far after the place of a problem its cause is looked for: an opening tag may have many attributes. */
const REACH = 600;

/** What a rule's problem is about, and how that is written: the last id in it is the one that leads nowhere. */
const WRITTEN: Record<string, (renamed: Renamed) => RegExp> = {
  // `old`, `guides/old`, and of a part `old/chapter`: a value in YAML, or of an attribute.
  'reference-exists': ({ collection, from }) =>
    new RegExp(`(?<=^|["'\\s[{,:])(?:${quoted(collection)}/)?${quoted(from)}(?=["'\\s,\\]}/]|$)`, 'm'),
  // A link's target, in Markdown or of a definition.
  'link-exists': () => /(?<=\]\(\s*<?|\]:\s*<?)[^\s)>]+/,
  // A file of an entry that has a file of its own: `old/file.pdf`.
  'attachment-exists': ({ from }) => new RegExp(`${NOT_BEFORE}${quoted(from)}(?=/)`),
};

/** Where a place begins in a text; lines and columns are counted from 1. */
function offsetOf(text: string, line: number, column: number): number {
  let at = 0;
  for (let before = 1; before < line; before++) {
    const end = text.indexOf('\n', at);
    if (end < 0) return text.length;
    at = end + 1;
  }
  return at + column - 1;
}

/** The text with the id that a problem is about written anew; nothing where it is about something else. */
function mended(text: string, { line, column, rule }: Diagnostic, renamed: Renamed): string | undefined {
  const start = offsetOf(text, line, column);
  const near = text.slice(start, start + REACH);
  const written = WRITTEN[rule]?.(renamed).exec(near);
  if (!written) return undefined;
  const [all] = written;
  const id = [...all.matchAll(new RegExp(`${NOT_BEFORE}${quoted(renamed.from)}${NOT_AFTER}`, 'g'))].at(-1);
  if (!id) return undefined;
  const at = start + written.index + id.index;
  return text.slice(0, at) + renamed.to + text.slice(at + renamed.from.length);
}

/**
 * A text where everything that problems are about is written anew.
 *
 * @param problems those of this text
 * @returns nothing where none of them is about the entry
 */
export function rewritten(text: string, problems: readonly Diagnostic[], renamed: Renamed): string | undefined {
  // From the last to the first: what is mended does not move what is still to be.
  const sorted = [...problems].sort((a, b) => b.line - a.line || b.column - a.column);
  let now = text;
  for (const one of sorted) now = mended(now, one, renamed) ?? now;
  return now === text ? undefined : now;
}

const FIELD = 'redirectFrom';

/**
 * A file's text that says which id its entry had before, after the ids that it says already.
 *
 * @param now the id that it has from now on: a former one no more
 */
export function withFormer(text: string, format: 'mdx' | 'yaml', former: string, now: string): string {
  const end = /\r\n/.test(text) ? '\r\n' : '\n';
  const lines = text.split(end);
  const close = format === 'mdx' ? lines.indexOf('---', 1) : lines.length - (lines.at(-1) === '' ? 1 : 0);
  const key = lines.findIndex((line, at) => at < close && line.startsWith(`${FIELD}:`));
  if (key < 0) {
    lines.splice(close, 0, `${FIELD}:`, `  - ${former}`);
    return lines.join(end);
  }
  const flow = /^(.*\[)(.*)(\].*)$/.exec(lines[key] ?? '');
  if (flow) {
    const [, before = '', items = '', after = ''] = flow;
    const known = items.split(',').map((item) => item.trim());
    lines[key] = before + [...known.filter((item) => item !== '' && item !== now), former].join(', ') + after;
    return lines.join(end);
  }
  let last = key;
  while (/^\s*- /.test(lines[last + 1] ?? '')) last++;
  const indent = /^(\s*)- /.exec(lines[key + 1] ?? '')?.[1] ?? '  ';
  const items = lines.slice(key + 1, last + 1).filter((line) => line.trim() !== `- ${now}`);
  lines.splice(key + 1, last - key, ...items, `${indent}- ${former}`);
  return lines.join(end);
}
