/** The proof that a merged text says what it should, read again only where blocks meet that did not before. */
import { definitionsOf, keyOf, nodesOf } from './block-key.ts';
import { type Node, parseTree } from './markdown.ts';
import { type Piece, textOf } from './merge.ts';

/** True where the pieces, read as one text, are the blocks that are wanted. */
export function isTrue(pieces: readonly Piece[], old: Node, wanted: Node): boolean {
  return doubtful(pieces).every((run) => {
    const stubs = stubsFor(old, wanted);
    const blocks = parseTree(`${textOf(run)}\n\n${stubs.join('\n\n')}`)?.children;
    if (blocks?.length !== run.length + stubs.length) return false;
    const known = [definitionsOf(wanted), definitionsOf(old)];
    return run.every(({ node }, index) => {
      const is = known.map((definitions) => keyOf(blocks[index] as Node, definitions));
      return known.some((definitions) => is.includes(keyOf(node, definitions)));
    });
  });
}

/** The pieces that are new, or have a new neighbour, each with its neighbours. */
function doubtful(pieces: readonly Piece[]): Piece[][] {
  const isNew = pieces.map(({ same }) => !same);
  for (const [at, { index }] of pieces.entries()) {
    const before = pieces[at - 1]?.index;
    if (at > 0 && index !== (before ?? Number.NaN) + 1) isNew[at] = true;
  }
  const runs: Piece[][] = [];
  for (const [at, piece] of pieces.entries()) {
    if (!isNew[at] && !isNew[at - 1] && !isNew[at + 1]) continue;
    const goesOn = runs.at(-1)?.at(-1) === pieces[at - 1];
    if (at > 0 && goesOn) runs.at(-1)?.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

/** Definitions of all labels: without one, the mark of a footnote or of a link is mere text. */
function stubsFor(...roots: Node[]): string[] {
  const stubs = roots.flatMap((root) =>
    [...nodesOf(root)].flatMap(({ type, label }) => {
      if (type === 'footnoteDefinition') return `[^${label}]: x`;
      return type === 'definition' ? `[${label}]: x` : [];
    }),
  );
  return [...new Set(stubs)];
}
