/** One text made of two: what is said by the new one, in the old one's bytes where it said the same. */
import { aligned, type Placed } from './alignment.ts';
import { attributeKey, attributesKey, type Definitions, definitionsOf, keyOf, nodesOf } from './block-key.ts';
import { edited, hanging, lineEndOf, lineStart, withLineEnd } from './lines.ts';
import { type Attribute, columnOf, endOf, type Node, startOf, writeTree } from './markdown.ts';
import { changedTable } from './table-rows.ts';

/** A block of the merged text. */
export interface Piece extends Placed {
  /** The space before it; at the top, what the old text begins with. */
  gap: string;
  text: string;
}

export class Merge {
  readonly #source: string;
  readonly #old: Node;
  readonly #wanted: Node;
  /** Those of the old text and of the new one. */
  readonly #definitions: readonly [Definitions, Definitions];
  readonly #keys = new Map<Node, string>();

  constructor(source: string, old: Node, wanted: Node) {
    this.#source = source;
    this.#old = old;
    this.#wanted = wanted;
    this.#definitions = [definitionsOf(old), definitionsOf(wanted)];
  }

  /** The blocks of the whole text. */
  pieces(): Piece[] {
    const pieces = this.#children(this.#old, this.#wanted, '');
    const [first] = pieces;
    if (first) first.gap = this.#source.slice(0, startOf(this.#old.children?.[0]));
    return pieces;
  }

  /** What the old text ends with. */
  end(): string {
    return this.#source.slice(endOf(this.#old.children?.at(-1)));
  }

  #key(node: Node, isOld: boolean): string {
    const known = this.#keys.get(node) ?? keyOf(node, this.#definitions[isOld ? 0 : 1]);
    this.#keys.set(node, known);
    return known;
  }

  #children(old: Node, wanted: Node, indent: string): Piece[] {
    const was = old.children ?? [];
    const placed = aligned(was, wanted.children ?? [], (node, isOld) => this.#key(node, isOld));
    if (old.type === 'root') this.#keepDefinitions(placed);
    return placed.map((piece, at) => {
      const before = placed[at - 1];
      const gap = before ? this.#between(old, before, piece, indent) : '';
      return { ...piece, gap, text: this.#piece(old, piece, indent, [before, placed[at + 1]]) };
    });
  }

  /** What stands in a node from its first child to its last. */
  #inner(old: Node, wanted: Node, indent: string): string {
    return textOf(this.#children(old, wanted, indent));
  }

  /** Definitions that an editor wrote into the links stay while a link that kept its bytes needs them. */
  #keepDefinitions(placed: Placed[]): void {
    const was = this.#old.children ?? [];
    const kept = new Set(placed.map(({ index }) => index));
    const needed = new Set(
      placed.flatMap(({ index, same }) => (same && index !== undefined ? labelsIn(was[index] as Node) : [])),
    );
    for (const [index, node] of was.entries()) {
      if (node.type !== 'definition' || kept.has(index) || !needed.has(node.identifier)) continue;
      const before = placed.findLastIndex((piece) => piece.index !== undefined && piece.index < index);
      placed.splice(before + 1, 0, { node, index, same: true });
    }
  }

  #slice(node: Node): string {
    return this.#source.slice(startOf(node), endOf(node));
  }

  /** The space between two pieces: what stood there, else what stands between their like. */
  #between(parent: Node, before: Placed, after: Placed, indent: string): string {
    const was = parent.children ?? [];
    const gapAt = (index: number) => this.#source.slice(endOf(was[index - 1]), startOf(was[index]));
    if (before.index !== undefined && after.index === before.index + 1) return gapAt(after.index);
    const like = was.findIndex(
      ({ type }, index) => index > 0 && type === after.node.type && was[index - 1]?.type === before.node.type,
    );
    const isList = parent.type === 'list';
    if (like > 0 && (isList ? /\n/ : /\n[ \t]*\r?\n/).test(gapAt(like))) return gapAt(like);
    const end = lineEndOf(this.#source);
    return (isList ? end : end + end) + indent;
  }

  #piece(parent: Node, { node, index, same }: Placed, indent: string, beside: (Placed | undefined)[]): string {
    const old = index === undefined ? undefined : parent.children?.[index];
    if (old && same) return this.#slice(old);
    return (old && this.#changed(old, node)) ?? this.#fresh(node, indent, parent, beside);
  }

  /** A node in the house style. */
  #fresh(node: Node, indent: string, parent: Node, beside: (Placed | undefined)[]): string {
    const [before, ...after] = beside.map((piece) => {
      const other = piece?.index === undefined ? undefined : parent.children?.[piece.index];
      return /^(\d*)([-*+.)])/.exec(other ? this.#slice(other) : '') ?? [];
    });
    const marks = [before, ...after].flatMap((found) => found?.[2] ?? []);
    const number = before?.[1] ? Number(before[1]) + 1 : (parent.start ?? 1);
    const item = { type: 'list', ordered: parent.ordered ?? false, start: number, children: [node] };
    const text =
      node.type === 'listItem'
        ? writeTree(item, { like: marks })
        : writeTree({ type: 'root', children: [node] }, { unlike: node.type === 'list' ? marks : [] });
    return withLineEnd(hanging(text, indent), lineEndOf(this.#source));
  }

  /** A node of which something changed; `undefined` where nothing of it can stay. */
  #changed(old: Node, wanted: Node): string | undefined {
    switch (old.type) {
      case 'list':
        return this.#inner(old, wanted, ' '.repeat(columnOf(old)));
      case 'listItem':
        return this.#item(old, wanted);
      case 'mdxJsxFlowElement':
        return this.#component(old, wanted);
      case 'table':
        return changedTable(this.#source, old, wanted, (node, isOld) => this.#key(node, isOld));
      default:
        return undefined;
    }
  }

  #item(old: Node, wanted: Node): string | undefined {
    const [first] = old.children ?? [];
    if (!first || !wanted.children?.length || ((old.checked ?? null) === null) !== ((wanted.checked ?? null) === null))
      return undefined;
    const head = this.#source.slice(startOf(old), startOf(first));
    const mark = /^(?:[-*+]|\d+[.)])[ \t]+/.exec(head)?.[0];
    if (mark === undefined || head.includes('\n')) return undefined;
    const box = wanted.checked ? '[x]' : '[ ]';
    const begin = old.checked === wanted.checked ? head : head.replace(/\[[ xX]\]/, box);
    const indent = ' '.repeat(columnOf(old) + mark.length);
    return begin + this.#inner(old, wanted, indent) + this.#source.slice(endOf(old.children?.at(-1)), endOf(old));
  }

  #component(old: Node, wanted: Node): string | undefined {
    const [first] = old.children ?? [];
    const isEmpty = !wanted.children?.length;
    if (!first || isEmpty) return !first && isEmpty ? this.#tag(old, wanted, endOf(old)) : undefined;
    const indent = this.#source.slice(lineStart(this.#source, startOf(first)), startOf(first));
    if (indent.trim() !== '') return undefined;
    const end = this.#source.slice(endOf(old.children?.at(-1)), endOf(old));
    return this.#tag(old, wanted, startOf(first)) + this.#inner(old, wanted, indent) + end;
  }

  /** The source of a component up to an offset, with the wanted attributes in its tag. */
  #tag(old: Node, wanted: Node, to: number): string {
    const head = this.#source.slice(startOf(old), to);
    if (attributesKey(old) === attributesKey(wanted)) return head;
    const [was = [], is = []] = [old.attributes, wanted.attributes];
    const keepsAll = was.every(({ name }, index) => name !== undefined && name === is[index]?.name);
    const last = was.at(-1);
    if (!keepsAll || !last) {
      const tag = writeTree({ ...wanted, children: [] });
      return head.endsWith('/>') ? tag : tag.replace(/ ?\/>$/, '>') + head.slice(head.trimEnd().length);
    }
    const edits = was.flatMap((attribute, index) => {
      const now = is[index] as Attribute;
      if (attributeKey(attribute) === attributeKey(now)) return [];
      const from = startOf(attribute) - startOf(old);
      return [{ from, to: endOf(attribute) - startOf(old), text: attributeText(now) }];
    });
    const end = endOf(last) - startOf(old);
    const more = is.slice(was.length).map((attribute) => ` ${attributeText(attribute)}`);
    return edited(head, [...edits, { from: end, to: end, text: more.join('') }]);
  }
}

export const textOf = (pieces: readonly Piece[]): string => pieces.map(({ gap, text }) => gap + text).join('');

/** An attribute in the house style. */
const attributeText = (attribute: Attribute): string =>
  writeTree({ type: 'mdxJsxFlowElement', name: 'X', attributes: [attribute], children: [] }).slice(
    '<X '.length,
    -' />'.length,
  );

const labelsIn = (node: Node): (string | undefined)[] =>
  [...nodesOf(node)].filter(({ type }) => /Reference$/.test(type)).map(({ identifier }) => identifier);
