/** What a piece of MDX says, apart from how it is written. */
import type { Attribute, Node } from './markdown.ts';

/** Addresses by the label that stands for them. */
export type Definitions = ReadonlyMap<string, Node>;

/** All nodes of a tree. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* nodesOf(child);
}

/** The definitions of a text. */
export function definitionsOf(root: Node): Definitions {
  const all = [...nodesOf(root)].filter(({ type }) => type === 'definition');
  return new Map(all.reverse().map((node) => [node.identifier ?? '', node]));
}

/**
 * What a node says, as text: alike for nodes that a reader, the check and the build take for the same.
 * Space between words, marks of lists and emphasis, padding, escapes, entities and indentation are not in it; nor is
 * the number of a list's first item and the space between items, which rich editors do not keep.
 */
export function keyOf(node: Node, definitions: Definitions): string {
  const inner = () => (node.children ?? []).map((child) => keyOf(child, definitions));
  switch (node.type) {
    case 'paragraph':
      return wordsOf(node, definitions);
    case 'heading':
      return said('heading', node.depth, wordsOf(node, definitions));
    case 'tableCell':
      return wordsOf(node, definitions);
    case 'list':
      return said('list', node.ordered, inner());
    case 'listItem':
      return said('item', node.checked ?? null, inner());
    case 'table':
      return said('table', node.align, inner());
    case 'code':
      return said('code', node.lang ?? '', node.meta ?? '', (node.value ?? '').replaceAll('\r\n', '\n'));
    case 'definition':
      return said('definition', node.identifier, node.url, node.title ?? '');
    case 'footnoteDefinition':
      return said('footnote', node.identifier, inner());
    case 'mdxJsxFlowElement':
      return said('component', node.name, attributesKey(node), inner());
    case 'mdxFlowExpression':
    case 'mdxjsEsm':
      return said(node.type, linesOf(node.value));
    default:
      return said(node.type, inner());
  }
}

const said = (...parts: unknown[]): string => JSON.stringify(parts);
const linesOf = (value = '') => value.split('\n').map((line) => line.trim());

/** What a component is given: in any order, and text in quotes is text in braces. */
export const attributesKey = ({ attributes = [] }: Node): string => said(...attributes.map(attributeKey).sort());

export function attributeKey({ type, name = '', value }: Attribute): string {
  if (type !== 'mdxJsxAttribute') return said(type, value);
  if (value === null || value === undefined) return said(name, true);
  if (typeof value === 'string') return said(name, value);
  const code = String((value as { value?: unknown }).value ?? '').trim();
  try {
    return said(name, JSON.parse(code));
  } catch {
    return said(name, { code });
  }
}

/** A piece of a line: words or something else, in what emphasis. */
interface Run {
  marks: string;
  text?: string;
  other?: string;
}

/** What a line of text says: emphasis in emphasis is the same either way round, and words of one kind are one piece. */
function wordsOf(node: Node, definitions: Definitions, marks = ''): string {
  const runs: Run[] = [];
  for (const run of runsOf(node.children ?? [], marks, definitions)) {
    const last = runs.at(-1);
    if (run.text !== undefined && last?.text !== undefined && last.marks === run.marks) last.text += run.text;
    else runs.push(run);
  }
  const texts = runs.map(({ text, other, ...run }) => [
    run.marks,
    text?.replace(/[ \t\r\n]+/g, ' ') ?? '',
    other ?? '',
  ]);
  const [first, last] = [texts[0], texts.at(-1)];
  if (first) first[1] = first[1]?.trimStart() ?? '';
  if (last) last[1] = last[1]?.trimEnd() ?? '';
  return said('words', texts);
}

const MARKS: Record<string, string> = { emphasis: 'e', strong: 's', delete: 'd' };

function runsOf(nodes: readonly Node[], marks: string, definitions: Definitions): Run[] {
  return nodes.flatMap((node): Run[] => {
    const mark = MARKS[node.type];
    if (mark) return runsOf(node.children ?? [], [...new Set(marks + mark)].sort().join(''), definitions);
    if (node.type === 'text') return [{ marks, text: node.value ?? '' }];
    if (node.type === 'link' || node.type === 'linkReference') return [linkRun(node, marks, definitions)];
    return [{ marks, other: inlineKey(node, definitions) }];
  });
}

/** A link: emphasis around it is emphasis within. */
function linkRun(node: Node, marks: string, definitions: Definitions): Run {
  const { url, title } = node.type === 'link' ? node : (definitions.get(node.identifier ?? '') ?? {});
  return { marks: '', other: said('link', url, title ?? '', wordsOf(node, definitions, marks)) };
}

function inlineKey(node: Node, definitions: Definitions): string {
  switch (node.type) {
    case 'inlineCode':
      return said('code', node.value);
    case 'image':
      return said('image', node.url, node.title ?? '', node.alt ?? '');
    case 'imageReference': {
      const { url, title } = definitions.get(node.identifier ?? '') ?? {};
      return said('image', url, title ?? '', node.alt ?? '');
    }
    case 'footnoteReference':
      return said('footnote', node.identifier);
    case 'mdxJsxTextElement':
      return said('component', node.name, attributesKey(node), wordsOf(node, definitions));
    case 'mdxTextExpression':
      return said('expression', linesOf(node.value));
    default:
      return said(node.type);
  }
}
