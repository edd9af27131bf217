/** The fields of a file with other values: only the lines of those that changed are written anew. */
import { isAlias, isMap, visit, type YAMLMap } from 'yaml';
import { changeField, leaveOut, replaceField } from './changed-field.ts';
import { documentOf } from './file.ts';
import { type Edit, edited, hanging, lineStart } from './lines.ts';
import { filled, type Group, isEmpty, isGroup, isSame } from './values.ts';
import { endOf, type FieldPair, indentOf, linesEnd, pairsOf, startOf } from './yaml-nodes.ts';
import { fieldsOf, fieldText, inOrder, type Key, nothing, valueText, withComment } from './yaml-text.ts';

/** A text being edited. */
export interface Editing {
  text: string;
  edits: Edit[];
}

/**
 * Fields with other values.
 *
 * @param fields YAML without faults, with a line end `\n` after its last line
 * @param wanted all values; those that are empty are left out
 *
 * @returns YAML that says what is wanted, whatever it takes
 */
export function changedFields(fields: string, wanted: Group, keys: readonly Key[]): string {
  const root = rootOf(fields);
  if (root && isSame(root.known, wanted)) return fields;
  if (!root) return fields + newFields(wanted, keys);
  for (const change of [changeMap, replaceFields]) {
    const editing: Editing = { text: fields, edits: [] };
    change(editing, root.map, root.known, wanted, keys);
    const text = edited(fields, editing.edits);
    if (isSame(rootOf(text)?.known, wanted)) return text;
  }
  return newFields(wanted, keys);
}

function rootOf(fields: string): { map: YAMLMap; known: Group } | undefined {
  const read = documentOf(fields);
  if ('code' in read || !isGroup(read.value) || !isMap(read.document.contents)) return undefined;
  return { map: read.document.contents, known: read.value };
}

/** Fields of a new file: those that hold something, in the model's order. */
export function newFields(values: Group, keys: readonly Key[]): string {
  const some = filled(values) as Group;
  return inOrder(Object.keys(some), keys)
    .map((name) => `${newField(name, some[name], keys)}\n`)
    .join('');
}

const newField = (name: string, value: unknown, keys: readonly Key[]): string =>
  fieldText(valueText(name, nothing, [], false), value, nothing, fieldsOf(keys, name));

/** Writes what changed of a group; `known` are the values it has. */
export function changeMap(editing: Editing, map: YAMLMap, known: Group, wanted: Group, keys: readonly Key[]): void {
  const pairs = pairsOf(map);
  for (const pair of pairs) {
    const name = String(pair.key.value);
    if (isSame(known[name], wanted[name])) continue;
    if (isEmpty(wanted[name])) leaveOut(editing, pair, pairs);
    else changeField(editing, pair, known[name], wanted[name], fieldsOf(keys, name), map.flow === true);
  }
  addMissing(editing, pairs, wanted, keys);
}

/** Writes whole fields where anything in them changed, or where an anchor or an alias ties them to another. */
function replaceFields(editing: Editing, map: YAMLMap, known: Group, wanted: Group, keys: readonly Key[]): void {
  const pairs = pairsOf(map);
  for (const pair of pairs) {
    const name = String(pair.key.value);
    if (isSame(known[name], wanted[name]) && !isTied(pair)) continue;
    if (isEmpty(wanted[name])) leaveOut(editing, pair, pairs);
    else replaceField(editing, pair, nothing, filled(wanted[name]), fieldsOf(keys, name));
  }
  addMissing(editing, pairs, wanted, keys);
}

function isTied({ value }: FieldPair): boolean {
  let tied = false;
  visit(value, {
    Node: (_, node) => {
      tied ||= isAlias(node) || Boolean(node.anchor);
    },
  });
  return tied;
}

function addMissing(editing: Editing, pairs: FieldPair[], wanted: Group, keys: readonly Key[]): void {
  const has = (name: string) => pairs.some(({ key }) => String(key.value) === name);
  const missing = Object.keys(wanted).filter((name) => !has(name) && !isEmpty(wanted[name]));
  for (const name of inOrder(missing, keys))
    addField(editing, pairs, name, newField(name, filled(wanted[name]), keys), keys);
}

/** Writes a new field: where it stands as a comment, else where the model's order puts it. */
function addField(
  { text, edits }: Editing,
  pairs: FieldPair[],
  name: string,
  field: string,
  keys: readonly Key[],
): void {
  const [first] = pairs;
  if (!first) return;
  const indent = indentOf(startOf(first.key), text);
  const asComment = commentedOut(text, pairs, name, indent);
  if (asComment) {
    edits.push({ ...asComment, text: indent + hanging(withComment(field, asComment.comment), indent) });
    return;
  }
  const before = keys
    .slice(
      0,
      Math.max(
        keys.findIndex((key) => key.name === name),
        0,
      ),
    )
    .map((key) => key.name);
  const known = keys.some((key) => key.name === name);
  const after = known
    ? before.reverse().flatMap((one) => pairs.find(({ key }) => String(key.value) === one) ?? [])[0]
    : pairs.at(-1);
  const at = after ? linesEnd(after, text) : startOf(first.key);
  const line = hanging(field, indent);
  edits.push({ from: at, to: at, text: after ? `${indent}${line}\n` : `${line}\n${indent}` });
}

/** The line on which a field of a group stands as a comment, as new files have it. */
function commentedOut(text: string, pairs: FieldPair[], name: string, indent: string) {
  const [first, last] = [pairs[0], pairs.at(-1)] as [FieldPair, FieldPair];
  const from = indent === '' ? 0 : lineStart(text, startOf(first.key));
  const known = linesEnd(last, text);
  const more = new RegExp(`^(?:${indent} *#.*\n)*`).exec(text.slice(known))?.[0].length ?? 0;
  const to = indent === '' ? text.length : known + more;
  const wanted = new RegExp(`^${indent}# ?${name.replace(/[^\w-]/g, '\\$&')}:[ \\t]*(#.*|)$`, 'gm');
  for (const found of text.slice(from, to).matchAll(wanted)) {
    const at = from + found.index;
    const inside = pairs.some((pair) => startOf(pair.key) < at && at < endOf(pair, text));
    if (!inside) return { from: at, to: at + found[0].length, comment: found[1] ?? '' };
  }
  return undefined;
}
