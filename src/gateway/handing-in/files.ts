/** What is wrong with the files of a form, before the check looks into them. */
import { posix } from 'node:path';
import { attachmentTypes } from '#content';
import { type Problems, type Typed, type Words, withoutGaps } from './form.ts';
import type { SentFile } from './sent.ts';

const TYPES = new Set(attachmentTypes);

/** The types that are taken, as people name them: `pdf, docx`. */
export const typesTaken = attachmentTypes.map((type) => type.slice(1)).join(', ');

function fileProblem(file: SentFile | undefined, limit: number, words: Words): string | undefined {
  if (!file) return undefined;
  if (!TYPES.has(posix.extname(file.name).toLowerCase())) return words.badType(file.name, typesTaken);
  if (file.size > limit) return words.tooLarge(file.name, limit / 1_000_000);
  return file.size === 0 ? words.empty(file.name) : undefined;
}

/**
 * What is wrong with the files of a form.
 *
 * @param limit of each, in bytes
 */
export function fileProblems(
  files: ReadonlyMap<string, SentFile>,
  { reading }: Typed,
  limit: number,
  words: Words,
): Problems {
  const [file, alternative] = [files.get('file'), files.get('alternativa')];
  return withoutGaps({
    file: file ? fileProblem(file, limit, words) : words.missing.file,
    alternativa: reading === 'no' && !alternative ? words.missing.alternativa : fileProblem(alternative, limit, words),
  });
}
