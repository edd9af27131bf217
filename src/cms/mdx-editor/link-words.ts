/** The words between the tags of a component within a line. */
import type { RootContent } from 'mdast';
import type { Field } from '#model';
import type { JsxNode } from './attributes.ts';
import type { Values, Words } from './context.ts';

/** The name of the form's field for them: no attribute can have it. */
export const WORDS = '{words}';

const inLine = ({ type, children }: JsxNode): RootContent[] => {
  const [first] = children;
  return type === 'mdxJsxFlowElement' && children.length === 1 && first?.type === 'paragraph'
    ? first.children
    : children;
};

/** The words, where they are plain; `undefined` where they are more than text. */
export function plainWords(node: JsxNode): string | undefined {
  const words = inLine(node);
  return words.every(({ type }) => type === 'text')
    ? words.map((word) => ('value' in word ? word.value : '')).join('')
    : undefined;
}

/** The children of a node with other words. */
export function withWords(node: JsxNode, given: Values[string] | undefined): RootContent[] {
  if (given === undefined || given === '') return [];
  const text: RootContent = { type: 'text', value: String(given) };
  return node.type === 'mdxJsxFlowElement' ? [{ type: 'paragraph', children: [text] }] : [text];
}

/** The form's field for them. */
export const wordsField = (words: Words): Field => ({
  name: WORDS,
  label: words.shownWords,
  hint: words.shownWordsHint,
  required: false,
  kind: 'line',
  list: false,
});
