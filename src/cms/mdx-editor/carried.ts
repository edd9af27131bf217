/**
 * What MDXEditor has no node for, footnotes and comments, carried as JSX nodes under names that no component
 * can have, and written back as what they were.
 */
import type { FootnoteDefinition, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import { type MdxJsxFlowElement, type MdxJsxTextElement, mdxJsxToMarkdown } from 'mdast-util-mdx-jsx';
import type { Handle, Options } from 'mdast-util-to-markdown';

/** The name under which the mark of a footnote in a line travels. */
export const MARK = '[^]';
/** The name under which the text of a footnote travels. */
export const NOTE = '[^]:';
/** The name under which a comment travels. */
export const COMMENT = '{}';

const LABEL = String.raw`\[\^([^\s\]]+)\]`;
const OPENING = new RegExp(`^${LABEL}:[ \\t]*`);
const OPENINGS = new RegExp(`(?:^|\\n)(?=${LABEL}:)`);

const attribute = (name: string, value: string) => [{ type: 'mdxJsxAttribute' as const, name, value }];

/** A footnote's mark with a label. */
const markNode = (label: string): MdxJsxTextElement => ({
  type: 'mdxJsxTextElement',
  name: MARK,
  attributes: attribute('label', label),
  children: [],
});

/** A footnote's text with a label. */
export const noteNode = (label: string, children: RootContent[]): MdxJsxFlowElement => ({
  type: 'mdxJsxFlowElement',
  name: NOTE,
  attributes: attribute('label', label),
  children: children as FootnoteDefinition['children'],
});

const commentNode = (value: string, flow: boolean): RootContent => ({
  type: flow ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
  name: COMMENT,
  attributes: attribute('value', value),
  children: [],
});

/** The label of a footnote, or the words of a comment. */
export const carriedValue = (node: MdxJsxFlowElement | MdxJsxTextElement): string => String(node.attributes[0]?.value);

/** Labels of the footnotes that a text marks or has the text of. */
export const labelsIn = (mdx: string): string[] =>
  [...mdx.matchAll(new RegExp(LABEL, 'g'))].map(([, label]) => label ?? '');

const isText = (node: Nodes | undefined): node is Text => node?.type === 'text';

/** A paragraph parted where texts of footnotes begin in it. */
function parted(paragraph: Paragraph): Paragraph[] {
  const parts: PhrasingContent[][] = [[]];
  for (const child of paragraph.children) {
    const pieces = isText(child) ? child.value.split(OPENINGS).filter((_, index) => index % 2 === 0) : [];
    if (pieces.length < 2) parts.at(-1)?.push(child);
    else
      pieces.forEach((value, index) => {
        if (index > 0) parts.push([]);
        if (value !== '') parts.at(-1)?.push({ type: 'text', value });
      });
  }
  return parts.filter(({ length }) => length > 0).map((children) => ({ ...paragraph, children }));
}

/** The text of a footnote that a block is, where it is one. */
function noteOf(node: RootContent): MdxJsxFlowElement | undefined {
  if (node.type === 'definition' && node.identifier.startsWith('^')) {
    const value = node.title ? `${node.url} "${node.title}"` : node.url;
    return noteNode((node.label ?? node.identifier).slice(1), [
      { type: 'paragraph', children: [{ type: 'text', value }] },
    ]);
  }
  const first = node.type === 'paragraph' ? node.children[0] : undefined;
  const opening = isText(first) ? OPENING.exec(first.value) : null;
  if (node.type !== 'paragraph' || !opening || !isText(first)) return undefined;
  const rest: Text = { type: 'text', value: first.value.slice(opening[0].length) };
  return noteNode(opening[1] ?? '', [{ ...node, children: [rest, ...node.children.slice(1)] }]);
}

/** Blocks in which texts of footnotes stand as such; what is indented under one belongs to it. */
function withNotes(children: RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  let open: MdxJsxFlowElement | undefined;
  for (const node of children.flatMap((child): RootContent[] =>
    child.type === 'paragraph' ? parted(child) : [child],
  )) {
    const note = noteOf(node);
    if (note) result.push(note);
    else if (open && (node.position?.start.column ?? 1) > 4) open.children.push(node as Paragraph);
    else result.push(node);
    open = note ?? (result.at(-1) === open ? open : undefined);
  }
  return result;
}

const isComment = (node: Nodes) => node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression';

/** What a node in a line is once marks of known footnotes and comments in it are carried. */
function carriedInline(node: RootContent, known: Set<string>): RootContent[] {
  if (isComment(node) && 'value' in node) return [commentNode(node.value, node.type === 'mdxFlowExpression')];
  if (node.type === 'linkReference' && node.identifier.startsWith('^'))
    return [markNode((node.label ?? node.identifier).slice(1))];
  if (!isText(node)) return [node];
  return node.value.split(new RegExp(LABEL)).flatMap((piece, index): RootContent[] => {
    if (index % 2 === 0) return piece === '' ? [] : [{ type: 'text', value: piece }];
    return known.has(piece) ? [markNode(piece)] : [{ type: 'text', value: `[^${piece}]` }];
  });
}

function carry(parent: Parents, known: Set<string>): void {
  parent.children = (parent.children as RootContent[]).flatMap((child) => carriedInline(child, known)) as never;
  for (const child of parent.children as RootContent[]) if ('children' in child) carry(child, known);
}

/** For `mdast-util-from-markdown`: carries what the editor has no node for. */
export const carriedFromMarkdown: Extension = {
  transforms: [
    (tree: Root) => {
      tree.children = withNotes(tree.children);
      const notes = tree.children.filter((node) => node.type === 'mdxJsxFlowElement' && node.name === NOTE);
      carry(tree, new Set(notes.map((node) => carriedValue(node as MdxJsxFlowElement))));
    },
  ],
};

const jsx = mdxJsxToMarkdown().handlers as Record<'mdxJsxFlowElement' | 'mdxJsxTextElement', Handle>;

/** A component: its text between blank lines, and not indented, as authors write it. */
const writtenComponent: Handle = (node: MdxJsxFlowElement | MdxJsxTextElement, parent, state, info) => {
  if (node.type === 'mdxJsxTextElement' || node.children.length === 0) return jsx[node.type](node, parent, state, info);
  const tag = jsx.mdxJsxFlowElement({ ...node, children: [] }, parent, state, info).replace(/ \/>$/, '>');
  return `${tag}\n\n${state.containerFlow(node as never, info)}\n\n</${node.name}>`;
};

const written: Handle = (node: MdxJsxFlowElement | MdxJsxTextElement, parent, state, info) => {
  if (node.name === MARK) return `[^${carriedValue(node)}]`;
  if (node.name === COMMENT) return `{${carriedValue(node)}}`;
  if (node.name !== NOTE) return writtenComponent(node, parent, state, info);
  const blocks = state.containerFlow(node as never, info);
  return `[^${carriedValue(node)}]: ${state.indentLines(blocks, (line, index, blank) => (index === 0 || blank ? line : `    ${line}`))}`;
};

/** For `mdast-util-to-markdown`: writes what is carried as what it was. */
export const carriedToMarkdown: Options = {
  handlers: { mdxJsxFlowElement: written, mdxJsxTextElement: written },
};
