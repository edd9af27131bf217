/** Whether the rich text holds all of a text: what it would lose must never be opened in it. */
import {
  codeBlockEditorDescriptors$,
  exportLexicalTreeToMdast,
  exportVisitors$,
  importMdastTreeToLexical,
  importVisitors$,
  jsxComponentDescriptors$,
  mdastExtensions$,
  type Realm,
  syntaxExtensions$,
  toMarkdownExtensions$,
  toMarkdownOptions$,
  usedLexicalNodes$,
} from '@mdxeditor/editor';
import { $getRoot, createEditor } from 'lexical';
import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { JsxNode } from './attributes.ts';

const parse = (realm: Realm, mdx: string): Root =>
  fromMarkdown(mdx, {
    extensions: realm.getValue(syntaxExtensions$),
    mdastExtensions: realm.getValue(mdastExtensions$),
  });

/** What the rich text makes of some blocks. */
function roundTrip(realm: Realm, children: RootContent[]): Root {
  const editor = createEditor({
    nodes: realm.getValue(usedLexicalNodes$),
    onError: (error) => {
      throw error;
    },
  });
  const jsxComponentDescriptors = realm.getValue(jsxComponentDescriptors$);
  editor.update(
    () =>
      importMdastTreeToLexical({
        root: $getRoot(),
        mdastRoot: { type: 'root', children },
        visitors: realm.getValue(importVisitors$),
        jsxComponentDescriptors,
        directiveDescriptors: [],
        codeBlockEditorDescriptors: realm.getValue(codeBlockEditorDescriptors$),
        defaultCodeBlockLanguage: '',
      }),
    { discrete: true },
  );
  return editor.getEditorState().read(() =>
    exportLexicalTreeToMdast({
      root: $getRoot(),
      visitors: realm.getValue(exportVisitors$),
      jsxComponentDescriptors,
      jsxIsAvailable: true,
    }),
  );
}

/** Each run of blocks that an editor of its own will hold: the text's, and those of each container in it. */
function runs(node: Nodes): RootContent[][] {
  if (!('children' in node)) return [];
  const own = node.type === 'root' || node.type === 'mdxJsxFlowElement' ? [node.children as RootContent[]] : [];
  return [...own, ...node.children.flatMap(runs)];
}

/** What may differ between texts of one meaning. */
const UNSEEN = new Set(['position', 'data', 'spread', 'label', 'children', 'attributes']);

/** A tree as data that is the same for texts of one meaning. */
function meaning(node: Nodes): unknown[] {
  const own = Object.entries(node)
    .filter(([key, value]) => !UNSEEN.has(key) && value !== null && value !== '')
    .map(([key, value]) => [key, node.type === 'text' ? String(value).replace(/\s+/g, ' ') : value]);
  const attributes = 'attributes' in node ? (node.attributes as JsxNode['attributes']).map(attributeMeaning) : [];
  const children = 'children' in node ? (node.children as Nodes[]) : [];
  return [
    own.sort(),
    attributes,
    ...joined(children)
      .filter((child) => !isEmpty(child))
      .map(meaning),
  ];
}

const attributeMeaning = ({ value, ...attribute }: JsxNode['attributes'][number]): unknown[] => [
  'name' in attribute ? attribute.name : '',
  value !== null && typeof value === 'object' ? { code: value.value } : value,
];

const isEmpty = (node: Nodes) => node.type === 'paragraph' && node.children.length === 0;

/** Neighbouring texts as one. */
function joined(nodes: Nodes[]): Nodes[] {
  const result: Nodes[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      result[result.length - 1] = { type: 'text', value: last.value + node.value };
    else result.push(node);
  }
  return result;
}

/** True where a text, read into the rich text and written again, means the same. */
export function isHeld(realm: Realm, mdx: string): boolean {
  try {
    const options = { ...realm.getValue(toMarkdownOptions$), extensions: realm.getValue(toMarkdownExtensions$) };
    return runs(parse(realm, mdx)).every((children) => {
      const before = parse(realm, toMarkdown({ type: 'root', children }, options));
      const after = parse(realm, toMarkdown(roundTrip(realm, structuredClone(children)), options));
      return JSON.stringify(meaning(before)) === JSON.stringify(meaning(after));
    });
  } catch {
    return false;
  }
}
