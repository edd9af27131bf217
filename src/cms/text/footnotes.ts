/** Footnotes that an editor took for text and escaped. */
import { nodesOf } from './block-key.ts';
import type { Node } from './markdown.ts';

/** Labels of a text's footnotes, but those that it also writes as mere text. */
export function footnoteLabels(root: Node): Set<string> {
  const labels = new Set<string>();
  const nodes = [...nodesOf(root)];
  for (const { type, label } of nodes) if (type === 'footnoteDefinition' && label) labels.add(label);
  for (const { type, value = '' } of nodes) {
    if (type === 'text') for (const [, label = ''] of value.matchAll(MARK)) labels.delete(label);
  }
  return labels;
}

const MARK = /\[\^([^\]\s]+)\]/g;

/** A tree in which text that reads like the mark or the text of one of these footnotes is one. */
export function withFootnotes(node: Node, labels: ReadonlySet<string>): Node {
  if (labels.size === 0) return node;
  const children = node.children?.flatMap((child): Node[] => {
    if (child.type === 'text') return marksIn(child, labels);
    const again = withFootnotes(child, labels);
    return child.type === 'paragraph' && node.type === 'root' ? footnotesIn(again) : [again];
  });
  return children ? { ...node, children } : node;
}

function marksIn(text: Node, labels: ReadonlySet<string>): Node[] {
  const pieces = (text.value ?? '').split(MARK);
  if (pieces.length === 1) return [text];
  return pieces
    .map((piece, index): Node => {
      if (index % 2 === 0) return { type: 'text', value: piece };
      return labels.has(piece) ? reference(piece) : { type: 'text', value: `[^${piece}]` };
    })
    .filter(({ value }) => value !== '');
}

const reference = (label: string): Node => ({ type: 'footnoteReference', identifier: label.toLowerCase(), label });

/** A paragraph that begins as a footnote does, as that footnote; as several where lines in it do. */
function footnotesIn(paragraph: Node): Node[] {
  const notes: Node[] = [];
  let words: Node[] = [];
  const children = paragraph.children ?? [];
  for (const [index, child] of children.entries()) {
    const before = children[index - 1];
    const after = children[index + 1];
    const opensLine = index === 0 || (before?.type === 'text' && /\n$/.test(before.value ?? ''));
    // What was a mark when it was read has a place in the text.
    const isRead = child.type !== 'footnoteReference' || child.position !== undefined;
    if (opensLine && !isRead && after?.type === 'text' && after.value?.startsWith(':')) {
      const { identifier, label } = child;
      words = [];
      notes.push({ type: 'footnoteDefinition', identifier, label, children: [{ type: 'paragraph', children: words }] });
    } else if (notes.length === 0) return [paragraph];
    else words.push(words.length === 0 ? { ...child, value: child.value?.replace(/^:[ \t]*/, '') } : child);
  }
  return notes.length > 0 ? notes : [paragraph];
}
