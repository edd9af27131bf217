/** One field with another value: its line, or the smallest part of its value that differs. */
import { isCollection, isMap, isSeq, type Node } from 'yaml';
import { changeMap, type Editing } from './changed-fields.ts';
import { changeList } from './changed-list.ts';
import { hanging, lineStart } from './lines.ts';
import { filled, type Group, isEmpty, isGroup, isSame } from './values.ts';
import {
  endOf,
  type FieldPair,
  hasCommentAbove,
  indentOf,
  isFlow,
  isHead,
  linesEnd,
  pairsOf,
  sideComment,
  startOf,
} from './yaml-nodes.ts';
import { fieldText, type Key, type Like, nothing, valueText, withComment } from './yaml-text.ts';

/** Takes a field away; one that has a comment stays as a comment, as new files have the fields left out. */
export function leaveOut({ text, edits }: Editing, pair: FieldPair, pairs: FieldPair[]): void {
  const start = startOf(pair.key);
  const line = lineStart(text, start);
  const beginsItem = text.slice(line, start).trim() !== '';
  const next = pairs[pairs.indexOf(pair) + 1];
  if (beginsItem) {
    edits.push({ from: start, to: next ? startOf(next.key) : endOf(pair, text), text: next ? '' : '{}' });
    return;
  }
  const comment = sideComment(pair, text);
  const left = `${indentOf(start, text)}${withComment(`# ${String(pair.key.value)}:`, comment)}\n`;
  const kept = comment !== '' || hasCommentAbove(pair, text);
  edits.push({ from: line, to: linesEnd(pair, text), text: kept ? left : '' });
}

/** True for `[]` and `{}`: they say nothing of how their content is to be written. */
const isBare = (node: unknown) => isCollection(node) && node.items.length === 0;

/** Writes what changed of a field's value; all of it where nothing of it can stay. */
export function changeField(
  editing: Editing,
  pair: FieldPair,
  known: unknown,
  wanted: unknown,
  keys: readonly Key[],
  inFlow: boolean,
): void {
  const { text, edits } = editing;
  const like = isBare(pair.value) ? nothing : { node: pair.value, text };
  const node = pair.value;
  if (node && changeWithin(editing, node, known, wanted, keys)) return;
  const some = filled(wanted);
  const value = valueText(some, like, keys, inFlow);
  const onOneLine = !value.includes('\n') && (isFlow(like.node) || !(Array.isArray(some) || isGroup(some)));
  const isWritten = node && !isHead(node) && startOf(node) < endOf(node, text);
  if (isWritten && (inFlow || onOneLine)) edits.push({ from: startOf(node), to: endOf(node, text), text: value });
  else replaceField(editing, pair, like, some, keys);
}

/** Writes a field whole; its name stays as it was written, and a comment at its side. */
export function replaceField(
  { text, edits }: Editing,
  pair: FieldPair,
  like: Like,
  value: unknown,
  keys: readonly Key[],
): void {
  const start = startOf(pair.key);
  const name = text.slice(start, pair.key.range?.[1]);
  const field = withComment(fieldText(name, value, like, keys), sideComment(pair, text));
  const to = start + text.slice(start, linesEnd(pair, text)).replace(/\n$/, '').length;
  edits.push({ from: start, to, text: hanging(field, indentOf(start, text)) });
}

/** Writes what changed inside a value; `false` where it has to be written as a whole. */
export function changeWithin(
  editing: Editing,
  node: Node,
  known: unknown,
  wanted: unknown,
  keys: readonly Key[],
): boolean {
  if (isMap(node) && isGroup(known) && isGroup(wanted)) {
    if (node.flow && !hasSameNames(known, wanted)) return false;
    if (pairsOf(node).length === 0) return false;
    changeMap(editing, node, known, wanted, keys);
    return true;
  }
  if (!isSeq(node) || !Array.isArray(known) || !Array.isArray(wanted)) return false;
  const before = editing.edits.length;
  if (changeList(editing, node, known, wanted, keys)) return true;
  editing.edits.length = before;
  return false;
}

const namesOf = (group: Group) =>
  Object.keys(group)
    .filter((name) => !isEmpty(group[name]))
    .sort();
const hasSameNames = (a: Group, b: Group) => isSame(namesOf(a), namesOf(b));
