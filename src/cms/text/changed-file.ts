/** A file with other values: nothing but what changed is written anew. */
import { changedFields, newFields } from './changed-fields.ts';
import { type FileParts, type FileProblem, type Format, parseFile, partsOf } from './file.ts';
import { withLineEnd, withLineEndsOf } from './lines.ts';
import { type Group, isSame } from './values.ts';
import type { Key } from './yaml-text.ts';

/**
 * A file as it is to be saved.
 *
 * @param original the file as it is; `undefined` for a new one
 * @param data all its values as a form hands them over, and the text of MDX as `body`; empty ones are left out
 * @param keys the fields in the model's order (`describeFields`)
 *
 * @returns its text, or why the original cannot be changed field by field
 */
export function changedFile(
  original: string | undefined,
  data: Group,
  { format, keys }: { format: Format; keys: readonly Key[] },
): { text: string } | { problem: FileProblem } {
  const { body: given, ...rest } = data;
  const wanted = format === 'mdx' ? rest : data;
  const body = format === 'mdx' ? String(given ?? '') : '';
  if (original === undefined) return { text: newFile(wanted, body, format, keys) };
  const { problem } = parseFile(original, format);
  const parts = partsOf(original, format);
  if (problem) return { problem };
  if ('problem' in parts) return parts;
  return { text: parts.before + fieldsWith(parts, wanted, keys) + bodyWith(parts, body) };
}

function fieldsWith({ fields, lineEnd }: FileParts, wanted: Group, keys: readonly Key[]): string {
  const plain = withLineEnd(fields, '\n');
  const closed = plain === '' || plain.endsWith('\n');
  const changed = changedFields(closed ? plain : `${plain}\n`, wanted, keys);
  return withLineEndsOf(fields, closed ? changed : changed.replace(/\n$/, ''), lineEnd);
}

function bodyWith({ between, body, after, lineEnd }: FileParts, wanted: string): string {
  const trimmed = wanted.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd();
  if (isSame(body, trimmed)) return between + body + after;
  if (trimmed === '') return between.replace(/\n[\s\S]*$/, '\n');
  const gap = body === '' ? `${between.trimEnd()}${lineEnd}${lineEnd}` : between;
  return gap + withLineEndsOf(body, trimmed, lineEnd) + (body === '' ? lineEnd : after);
}

function newFile(wanted: Group, body: string, format: Format, keys: readonly Key[]): string {
  const fields = newFields(wanted, keys);
  if (format === 'yaml') return fields;
  const text = withLineEnd(body, '\n').trim();
  return `---\n${fields}---\n${text && `\n${text}\n`}`;
}
