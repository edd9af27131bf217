/** Values as YAML, in the style of what stands there or beside it. */
import { Document, isScalar, isSeq, type Node, Pair, Scalar, type ScalarTag, type Tags, YAMLMap, YAMLSeq } from 'yaml';
import { stringTag } from 'yaml/util';
import { isGroup } from './values.ts';
import { endOf, fieldOf, isFlow, startOf } from './yaml-nodes.ts';

/** The fields of a group in the model's order; a field of the model is one. */
export interface Key {
  name: string;
  fields?: readonly Key[] | undefined;
}

/** What new text is made like: a node and the text it stands in. */
export interface Like {
  node: unknown;
  text: string;
}

/** What text is made like where there is nothing beside it. */
export const nothing: Like = { node: undefined, text: '' };

/** Names in the model's order; those that it does not know come last, in their own. */
export function inOrder(names: readonly string[], keys: readonly Key[]): string[] {
  const known = keys.map(({ name }) => name).filter((name) => names.includes(name));
  return [...known, ...names.filter((name) => !known.includes(name))];
}

export const fieldsOf = (keys: readonly Key[], name: string): readonly Key[] =>
  keys.find((key) => key.name === name)?.fields ?? [];

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const DATE = /^\d{4}(?:-\d{2}){0,2}$/;

/** True where a text may stand as a number: it stands for one that did, or for a date. */
function isBare(value: string, like: unknown): boolean {
  if (!isScalar(like) || like.type !== 'PLAIN' || !NUMBER.test(value)) return false;
  if (typeof like.value === 'number') return String(Number(value)) === value;
  return /^\d{4}$/.test(value) && typeof like.value === 'string' && DATE.test(like.value);
}

function scalarOf(value: unknown, { node: like, text: source }: Like): Scalar {
  if (typeof value !== 'string') return new Scalar(value);
  const node = new Scalar<unknown>(isBare(value, like) ? Number(value) : value);
  if (isScalar(like) && typeof like.value === 'string' && like.type) node.type = like.type;
  if (value.includes('\n') && !/^BLOCK/.test(node.type ?? '')) node.type = 'BLOCK_LITERAL';
  widths.set(node, widthOf(like, source));
  return node;
}

function nodeOf(value: unknown, like: Like, keys: readonly Key[]): Node {
  const beside = (node: unknown) => ({ node, text: like.text });
  const flow = isFlow(like.node);
  if (Array.isArray(value)) {
    const list = new YAMLSeq();
    const items: readonly unknown[] = isSeq(like.node) ? like.node.items : [];
    list.items = value.map((item, index) => nodeOf(item, beside(items[index] ?? items[0]), keys));
    if (flow) list.flow = true;
    return list;
  }
  if (!isGroup(value)) return scalarOf(value, like);
  const map = new YAMLMap();
  map.items = inOrder(Object.keys(value), keys).map(
    (name) => new Pair(new Scalar(name), nodeOf(value[name], beside(fieldOf(like.node, name)), fieldsOf(keys, name))),
  );
  if (flow) map.flow = true;
  return map;
}

/** How long the lines of folded text are that does not say it itself. */
const WIDTH = 100;

/** How long the lines of a text may be, white space before them not counted; 0 for any length. */
function widthOf(node: unknown, text: string): number {
  if (!isScalar(node) || !node.range) return 0;
  const lines = text.slice(startOf(node), endOf(node, text)).split('\n');
  if (lines.length === 1) return 0;
  const longest = Math.max(...lines.map((line) => line.trim().length));
  return node.type === 'BLOCK_FOLDED' && lines.length === 2 ? Math.max(longest, WIDTH) : longest;
}

/** The texts that have a width of their own; the library knows one for a whole document. */
const widths = new WeakMap<object, number>();

const textTag: ScalarTag = {
  ...stringTag,
  stringify(item, context, onComment, onChompKeep) {
    const width = widths.get(item) ?? 0;
    const options = { ...context.options, lineWidth: width && width + context.indent.length };
    return stringTag.stringify?.(item, { ...context, options }, onComment, onChompKeep) ?? '';
  },
};

const customTags = (tags: Tags): Tags =>
  tags.map((tag) => (typeof tag !== 'string' && tag.tag === textTag.tag ? textTag : tag));

/** The lines of some YAML that no other line follows; those after the first stand as in the first column. */
function written(node: Node, { node: like, text: source }: Like): string {
  const document = new Document(null, { customTags });
  document.contents = node as never;
  const padded = !isFlow(like) || /^[[{]\s/.test(source.slice(startOf(like as Node)));
  const line = document.toString({ lineWidth: 0, minContentWidth: 0, flowCollectionPadding: padded });
  return line.endsWith('\n') ? line.slice(0, -1) : line;
}

/**
 * A field as YAML: `name: value`.
 *
 * @param name as it is written, quotes included
 */
export function fieldText(name: string, value: unknown, like: Like, keys: readonly Key[]): string {
  const map = new YAMLMap();
  map.items = [new Pair(new Scalar('k'), nodeOf(value, like, keys))];
  return name + written(map, like).slice(1);
}

/** An item of a list as YAML: `- value`. */
export function itemText(value: unknown, like: Like, keys: readonly Key[]): string {
  const list = new YAMLSeq();
  list.items = [nodeOf(value, like, keys)];
  return written(list, like);
}

/** A value as it may stand on a line; several lines where it cannot. */
export function valueText(value: unknown, like: Like, keys: readonly Key[], inFlow: boolean): string {
  if (!inFlow) return fieldText('', value, like, keys).slice(1).trimStart();
  const list = new YAMLSeq();
  list.flow = true;
  list.items = [nodeOf(value, like, keys)];
  return written(list, like).replace(/^\[\s*|\s*\]$/g, '');
}

/** A field with a comment at its side. */
export const withComment = (field: string, comment: string): string =>
  comment === '' ? field : field.replace(/(?=\n|$)/, `  ${comment.replaceAll('$', '$$$$')}`);
