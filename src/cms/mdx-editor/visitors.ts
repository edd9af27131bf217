/** What MDXEditor reads or writes otherwise than it should: breaks of lines, empty lines, where a numbered list begins. */
import { $createListItemNode, $createListNode, $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import type { LexicalExportVisitor, MdastImportVisitor } from '@mdxeditor/editor';
import {
  $isElementNode,
  $isLineBreakNode,
  $isParagraphNode,
  type LexicalNode,
  type LineBreakNode,
  type ParagraphNode,
} from 'lexical';
import type { Break, List, Paragraph } from 'mdast';

/** Before MDXEditor's own. */
const FIRST = 10;

export const lineBreakWritten: LexicalExportVisitor<LineBreakNode, Break> = {
  testLexicalNode: $isLineBreakNode,
  visitLexicalNode: ({ mdastParent, actions }) => {
    actions.appendToParent(mdastParent, { type: 'break' });
  },
  priority: FIRST,
};

const isBlank = (node: LexicalNode): node is ParagraphNode => $isParagraphNode(node) && node.isEmpty();

/** An empty line among others says nothing in MDX: it is where a person may type. */
export const blankNotWritten: LexicalExportVisitor<ParagraphNode, Paragraph> = {
  testLexicalNode: (node): node is ParagraphNode =>
    isBlank(node) && (node.getPreviousSibling() !== null || node.getNextSiblings().some((next) => !isBlank(next))),
  visitLexicalNode: () => {},
  priority: FIRST,
};

export const numberedListRead: MdastImportVisitor<List> = {
  testNode: (node) => node.type === 'list' && node.ordered === true && (node.start ?? 1) !== 1,
  visitNode: ({ mdastNode, lexicalParent, actions }) => {
    const list = $createListNode('number', mdastNode.start ?? 1);
    if ($isListItemNode(lexicalParent)) lexicalParent.insertAfter($createListItemNode().append(list));
    else if ($isElementNode(lexicalParent)) lexicalParent.append(list);
    actions.visitChildren(mdastNode, list);
  },
  priority: FIRST,
};

export const numberedListWritten: LexicalExportVisitor<ListNode, List> = {
  testLexicalNode: (node): node is ListNode => $isListNode(node) && node.getListType() === 'number',
  visitLexicalNode: ({ lexicalNode, actions }) => {
    actions.addAndStepInto('list', { ordered: true, spread: false, start: lexicalNode.getStart() });
  },
  priority: FIRST,
};
