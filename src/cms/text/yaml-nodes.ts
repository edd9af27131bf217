/** Where the parts of parsed YAML stand in its text. */
import { isCollection, isMap, isPair, isScalar, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { lineStart, nextLine } from './lines.ts';

/** A field: its name, and its value if one is written. */
export type FieldPair = Pair<Scalar, Node | null>;

export const pairsOf = (map: YAMLMap): FieldPair[] => map.items as FieldPair[];
export const isFlow = (node: unknown): boolean => isCollection(node) && node.flow === true;
const isBlockText = (node: unknown): node is Scalar => isScalar(node) && /^BLOCK/.test(node.type ?? '');

/** True where a value stands below the line that its field begins on. */
export const isHead = (node: unknown): boolean => (isCollection(node) && !node.flow) || isBlockText(node);

export const startOf = (node: Node): number => node.range?.[0] ?? 0;

/** Where what is written of a node ends: before the line end, and before a comment. */
export function endOf(node: Node | FieldPair, text: string): number {
  if (isPair(node)) return node.value ? endOf(node.value, text) : (node.key.range?.[1] ?? 0) + 1;
  const [from, to] = node.range ?? [0, 0];
  if (isBlockText(node)) return from + text.slice(from, to).replace(/(?:\n[ \t]*)+$/, '').length;
  if (!isCollection(node) || node.flow) return to;
  const last = node.items.at(-1) as Node | FieldPair | null | undefined;
  return last ? endOf(last, text) : to;
}

/** Where the lines of a node end, a comment at the end of the last one included. */
export const linesEnd = (node: Node | FieldPair, text: string): number => nextLine(text, endOf(node, text));

/** The white space that stands before a field, or would if it did not begin an item of a list. */
export const indentOf = (offset: number, text: string): string => ' '.repeat(offset - lineStart(text, offset));

/** The comment on the line that a field begins or ends on, from its sign to the end of the line; `''` where none is. */
export function sideComment(pair: FieldPair, text: string): string {
  const from = isHead(pair.value) ? (pair.key.range?.[1] ?? 0) : endOf(pair, text);
  const line = text.slice(from, nextLine(text, from)).trimEnd();
  return /(?:^|\s)(#.*)$/.exec(line)?.[1] ?? '';
}

/** True where the line above a field is a comment, and not that of a field left out. */
export function hasCommentAbove(pair: FieldPair, text: string): boolean {
  const at = lineStart(text, startOf(pair.key));
  return at > 0 && /^\s*#(?! ?\w+:)/.test(text.slice(lineStart(text, at - 1), at));
}

/** The value of a field of a group, where it is written. */
export const fieldOf = (node: unknown, name: string): Node | null | undefined =>
  isMap(node) ? pairsOf(node).find(({ key }) => String(key.value) === name)?.value : undefined;
