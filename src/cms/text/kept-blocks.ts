/** A text that an editor gave back, with the bytes it had before wherever it says the same. */
import { definitionsOf, keyOf } from './block-key.ts';
import { footnoteLabels, withFootnotes } from './footnotes.ts';
import { lineEndOf, withLineEnd } from './lines.ts';
import { type Node, parseTree, writeTree } from './markdown.ts';
import { Merge, textOf } from './merge.ts';
import { isTrue } from './proof.ts';

interface Read {
  text: string;
  tree: Node | undefined;
}

/** The text read last: an editor compares many texts with the one it was opened with. */
let last: Read = { text: '', tree: undefined };

function read(text: string): Node | undefined {
  if (last.text !== text) last = { text, tree: parseTree(text) };
  return last.tree;
}

/**
 * A text with its old bytes where nothing changed.
 *
 * @param before MDX as the file has it
 * @param after the same text as a rich editor wrote it, edited or not; text typed as MDX needs no such care
 *
 * @returns MDX that says what `after` says: blocks that say the same as before keep their bytes, and the space
 *   between them; others are written in the house style. Of a list, a table or a component that changed, the parts
 *   that did not keep theirs. `after` itself where either is no MDX.
 */
export function keptBlocks(before: string, after: string): string {
  if (before === after) return before;
  const old = read(before);
  const given = parseTree(withLineEnd(after, '\n'));
  if (!old || !given) return after;
  const wanted = withFootnotes(given, footnoteLabels(old));
  const merge = new Merge(before, old, wanted);
  const pieces = merge.pieces();
  if (isTrue(pieces, old, wanted)) return pieces.length > 0 ? textOf(pieces) + merge.end() : '';
  const fresh = writeTree(wanted);
  return saysSame(fresh, wanted) ? withLineEnd(fresh, lineEndOf(before)) : after;
}

function saysSame(text: string, wanted: Node): boolean {
  const tree = parseTree(text);
  return tree !== undefined && saidBy(tree) === saidBy(wanted);
}

/** What a tree says. */
function saidBy(root: Node): string {
  const definitions = definitionsOf(root);
  return JSON.stringify((root.children ?? []).map((block) => keyOf(block, definitions)));
}
