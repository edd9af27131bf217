/** A component of the registry as the editor offers it. */
import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { mdxjs } from 'micromark-extension-mdxjs';
import { type Component, components, schemaFindings } from '#mdx/components';
import { describeFields, type Field } from '#model';
import { type JsxNode, readValues } from './attributes.ts';
import type { Question, Values, Words } from './context.ts';

/** The name people read of a component. */
export const nameOf = (name: string, words: Words): string => words.names[name] ?? name;

/** Components in the order of the names people read. */
export const offered = (words: Words): Component[] =>
  [...components.values()]
    .filter(({ inside }) => inside === undefined)
    .sort((one, other) => nameOf(one.name, words).localeCompare(nameOf(other.name, words)));

const isJsx = (node: Root | RootContent): node is JsxNode =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

function firstNamed(node: Root | RootContent, name: string): JsxNode | undefined {
  if (isJsx(node) && node.name === name) return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = firstNamed(child as RootContent, name);
    if (found) return found;
  }
  return undefined;
}

/** The first use of a component in its own example. */
export function exampleOf(component: Component): JsxNode {
  const tree = fromMarkdown(component.example, { extensions: [mdxjs()], mdastExtensions: [mdxFromMarkdown()] });
  const node = firstNamed(tree, component.name);
  if (!node) throw new Error(`The example of ${component.name} does not use it.`);
  return node;
}

/** A field of a schema, with the labels of its choices. */
const labelled = (field: Field, words: Words): Field => ({
  ...field,
  choices: field.choices?.map(([value, label]) => [value, label === value ? (words.choices[value] ?? value) : label]),
});

/** What is wrong with values, by attribute: what the check would say. */
function faultsOf(component: Component, values: Values): Record<string, string> {
  const parsed = component.attributes.safeParse(values);
  if (parsed.success) return {};
  const findings = schemaFindings(parsed.error, values, component.attributes, 'unknownAttribute');
  return Object.fromEntries(findings.map(({ path, message }) => [String(path[0] ?? ''), message]));
}

/** The form of a component's attributes. */
export function questionOf(component: Component, words: Words, values: Values, confirm: string): Question {
  const examples = Object.entries(readValues(exampleOf(component).attributes));
  return {
    title: nameOf(component.name, words),
    purpose: component.purpose,
    confirm,
    fields: describeFields(component.attributes).map((field) => labelled(field, words)),
    values,
    placeholders: Object.fromEntries(examples.map(([name, value]) => [name, String(value)])),
    faults: (given) => faultsOf(component, given),
  };
}
