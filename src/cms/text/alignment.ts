/** Which pieces of a text are which pieces of another. */
import { diffArrays } from 'diff';
import type { Node } from './markdown.ts';

/** A wanted node, and the old one that it is, or that it takes the place of. */
export interface Placed {
  node: Node;
  /** Where the old one stands among its siblings. */
  index?: number;
  /** True where both say the same. */
  same: boolean;
}

/**
 * Finds the old node of each wanted one.
 *
 * @param keyOf what a node says
 */
export function aligned(
  old: readonly Node[],
  wanted: readonly Node[],
  keyOf: (node: Node, isOld: boolean) => string,
): Placed[] {
  const placed: Placed[] = [];
  let at = 0;
  let next = 0;
  let removed: number[] = [];
  const keys = [old.map((node) => keyOf(node, true)), wanted.map((node) => keyOf(node, false))] as const;
  for (const { count, added, removed: isGone } of diffArrays(...keys)) {
    const range = Array.from({ length: count }, (_, index) => index);
    if (isGone) {
      removed = range.map((index) => at + index);
      at += count;
    } else if (added) {
      placed.push(...pairs(old, removed, wanted.slice(next, next + count)));
      next += count;
    } else {
      placed.push(...range.map((index) => ({ node: wanted[next + index] as Node, index: at + index, same: true })));
      removed = [];
      at += count;
      next += count;
    }
  }
  return withMoved(placed, ...keys);
}

/** New nodes that say what an old one said that is at its place no more are that one, moved. */
function withMoved(placed: Placed[], old: readonly string[], wanted: readonly string[]): Placed[] {
  const stays = new Set(placed.filter(({ same }) => same).map(({ index }) => index));
  const gone = new Map(
    old.map((key, index): [string, number] => [key, index]).filter(([, index]) => !stays.has(index)),
  );
  const moved = placed.map(({ same }, at) => (same ? undefined : gone.get(wanted[at] as string)));
  const taken = new Set(moved);
  return placed.map((piece, at) => {
    const index = moved[at];
    if (index !== undefined) return { node: piece.node, index, same: true };
    return piece.same || !taken.has(piece.index) ? piece : { node: piece.node, same: false };
  });
}

/** New nodes, each with the next of the old ones that is of its kind. */
function pairs(old: readonly Node[], removed: readonly number[], nodes: readonly Node[]): Placed[] {
  let left = removed;
  return nodes.map((node) => {
    const found = left.findIndex((index) => isAlike(old[index] as Node, node));
    if (found < 0) return { node, same: false };
    const index = left[found] as number;
    left = left.slice(found + 1);
    return { node, index, same: false };
  });
}

const isAlike = (a: Node, b: Node) =>
  a.type === b.type && a.name === b.name && (a.ordered ?? false) === (b.ordered ?? false);
