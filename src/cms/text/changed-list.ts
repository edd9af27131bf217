/** A list with other items: those that stay keep their lines, wherever they go. */
import type { Node, YAMLSeq } from 'yaml';
import { changeWithin } from './changed-field.ts';
import type { Editing } from './changed-fields.ts';
import { hanging, lineStart } from './lines.ts';
import { compared, type Item } from './list-changes.ts';
import { filled, isGroup, isSame, nameOf } from './values.ts';
import { endOf, indentOf, isHead, linesEnd, startOf } from './yaml-nodes.ts';
import { itemText, type Key, valueText } from './yaml-text.ts';

/** Writes what changed of a list; `false` where it has to be written as a whole. */
export function changeList(
  editing: Editing,
  list: YAMLSeq,
  known: unknown[],
  wanted: unknown[],
  keys: readonly Key[],
): boolean {
  const some = filled(wanted) as unknown[];
  if (list.flow) return changeInLine(editing, list, known, some, keys);
  const { text, edits } = editing;
  const dash = startOf(list);
  if (text.slice(lineStart(text, dash), dash).trim() !== '' || list.items.some((item) => !item)) return false;
  const indent = indentOf(dash, text);
  const items = itemsOf(list, known, text);
  const spaced = items.length > 1 && items.slice(1).every(({ from }) => /^[ \t]*\n/.test(text.slice(from)));

  const { stay, gone, come } = compared(items, some);
  for (const [item, value] of stay) {
    if (!changeItem(editing, item, value, keys)) return false;
  }
  for (const { from, to } of gone) edits.push({ from, to, text: '' });
  for (const { value, after } of come) {
    const moved = gone.find(({ name }) => name === nameOf(value));
    const lines = moved
      ? text.slice(moved.from, moved.to).replace(/^(?:[ \t]*\n)+/, '')
      : `${indent}${hanging(itemText(value, { node: (after ?? items[0])?.node, text }, keys), indent)}\n`;
    const at = after ? after.to : lineStart(text, dash);
    const gap = spaced ? '\n' : '';
    edits.push({ from: at, to: at, text: after ? gap + lines : lines + gap });
  }
  return true;
}

/** Writes what changed of an item that stays; `false` where it cannot be written within its lines. */
function changeItem(editing: Editing, { node, value: known }: Item, value: unknown, keys: readonly Key[]): boolean {
  if (isSame(known, value) || changeWithin(editing, node, known, value, keys)) return true;
  if (isHead(node) || isGroup(value) || Array.isArray(value)) return false;
  const { text, edits } = editing;
  const words = valueText(value, { node, text }, keys, false);
  edits.push({ from: startOf(node), to: endOf(node, text), text: hanging(words, indentOf(startOf(node), text)) });
  return true;
}

/** A list within a line: its items one by one where as many remain. */
function changeInLine(
  editing: Editing,
  list: YAMLSeq,
  known: unknown[],
  wanted: unknown[],
  keys: readonly Key[],
): boolean {
  if (known.length !== wanted.length) return false;
  for (const [index, item] of (list.items as Node[]).entries()) {
    if (isSame(known[index], wanted[index])) continue;
    if (changeWithin(editing, item, known[index], wanted[index], keys)) continue;
    const words = valueText(wanted[index], { node: item, text: editing.text }, keys, true);
    editing.edits.push({ from: startOf(item), to: endOf(item, editing.text), text: words });
  }
  return true;
}

function itemsOf(list: YAMLSeq, known: unknown[], text: string): Item[] {
  let from = lineStart(text, startOf(list));
  return (list.items as Node[]).map((node, index) => {
    const to = linesEnd(node, text);
    const item = { node, value: known[index], name: nameOf(known[index]), from, to };
    from = to;
    return item;
  });
}
