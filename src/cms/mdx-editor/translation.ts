/** MDXEditor's own words in the editor's language. */
import type { Translation } from '@mdxeditor/editor';
import type { Words } from './context.ts';

/** Answers MDXEditor's keys; its own word where there is no other. */
export const translated =
  ({ toolbar }: Words): Translation =>
  (key, ownWord, given = {}) =>
    Object.entries(given).reduce(
      (text, [name, value]) => text.replaceAll(`{{${name}}}`, String(value)),
      toolbar[key] ?? ownWord,
    );
