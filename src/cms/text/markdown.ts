/** MDX as a tree with positions and back, by the library that the editor uses, too: what it reads, this reads. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown, mdxToMarkdown } from 'mdast-util-mdx';
import { defaultHandlers, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';

/** An attribute of a component, or braces in the place of one. */
export interface Attribute {
  type: string;
  name?: string;
  value?: unknown;
  position?: Position;
}

interface Position {
  start: { offset: number; column: number };
  end: { offset: number };
}

/** A node of Markdown or MDX, as mdast has it. */
export interface Node {
  type: string;
  children?: Node[];
  value?: string;
  name?: string | null;
  attributes?: Attribute[];
  position?: Position;
  url?: string;
  title?: string | null;
  alt?: string | null;
  identifier?: string;
  label?: string | null;
  depth?: number;
  ordered?: boolean;
  start?: number | null;
  checked?: boolean | null;
  align?: (string | null)[];
  lang?: string | null;
  meta?: string | null;
}

type Located = Pick<Node, 'position'> | undefined;
export const startOf = (node: Located): number => node?.position?.start.offset ?? 0;
export const endOf = (node: Located): number => node?.position?.end.offset ?? 0;
export const columnOf = (node: Node): number => (node.position?.start.column ?? 1) - 1;

// Bare addresses are found in the text once it is read: editors that do not know them escape signs in them.
const bare = { disable: { null: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] } };

/** Parses a text; `undefined` where it is no MDX. */
export function parseTree(text: string): Node | undefined {
  try {
    return fromMarkdown(text, {
      extensions: [gfm(), mdxjs(), bare],
      mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()],
    }) as unknown as Node;
  } catch {
    return undefined;
  }
}

/** The line that each top-level block of a text begins on, counted from 1; none where it is no MDX. */
export const blockLines = (text: string): number[] =>
  (parseTree(text)?.children ?? []).map((node) => text.slice(0, startOf(node)).split('\n').length);

type Handle = (typeof defaultHandlers)['link'];
const components = mdxToMarkdown({ printWidth: Number.POSITIVE_INFINITY });
const componentHandle = components.extensions?.flatMap(
  ({ handlers }) => handlers?.mdxJsxFlowElement ?? [],
)[0] as Handle;

/** A link whose text is its address is written as the bare address, where nothing around becomes part of it. */
const bareLink = (...[node, parent, state, info]: Parameters<Handle>): string => {
  const [only, ...more] = node.children as Node[];
  const text = more.length === 0 ? only?.value : undefined;
  const isBare = text !== undefined && !node.title && [text, `mailto:${text}`, `http://${text}`].includes(node.url);
  const siblings = (parent?.children ?? []) as Node[];
  const next = siblings[siblings.indexOf(node as unknown as Node) + 1];
  const stands = /^[\s(]?$/.test(info.before) && /^[.,;:!?)»”]*(?:\s|$)/.test(next ? (next.value ?? '<') : '');
  return isBare && stands ? text : defaultHandlers.link(node, parent, state, info);
};
const link: Handle = Object.assign(bareLink, { peek: defaultHandlers.link.peek });

/** What stands in a component is set off by empty lines, and not indented. */
const component = (...[given, parent, state, info]: Parameters<Handle>): string => {
  const node = given as unknown as Node;
  const empty = componentHandle({ ...node, children: [] } as never, parent, state, info);
  if (!node.children?.length) return empty;
  const inner = state.containerFlow(node as never, state.createTracker(info).current());
  return `${empty.replace(/ ?\/>$/, '>')}\n\n${inner}\n\n</${node.name ?? ''}>`;
};

const house: Options = {
  extensions: [gfmToMarkdown(), components],
  handlers: { link, mdxJsxFlowElement: component } as Options['handlers'],
  emphasis: '_',
  fence: '`',
  fences: true,
  listItemIndent: 'one',
  resourceLink: true,
  rule: '-',
};

/** Marks of lists that a new one is to have, or not to have: two lists of one mark would be one. */
export interface Marks {
  like?: readonly string[];
  unlike?: readonly string[];
}

/** A tree in the house style, without a line end at its end. */
export function writeTree(node: Node, { like = [], unlike = [] }: Marks = {}): string {
  const bullet = like.find((mark) => /[-*+]/.test(mark)) ?? (unlike.includes('-') ? '*' : '-');
  const bulletOrdered = like.find((mark) => /[.)]/.test(mark)) ?? (unlike.includes('.') ? ')' : '.');
  return toMarkdown(node as never, { ...house, bullet, bulletOrdered } as Options).replace(/\n$/, '');
}
