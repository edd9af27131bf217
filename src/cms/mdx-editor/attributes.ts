/** A component's attributes as values of a form, and back. */
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Values } from './context.ts';

export type JsxNode = MdxJsxFlowElement | MdxJsxTextElement;
type Attributes = JsxNode['attributes'];
type Value = Values[string];

function readValue(written: Attributes[number]['value']): Value | undefined {
  if (written === null || written === undefined) return true;
  if (typeof written === 'string') return written;
  try {
    const value: unknown = JSON.parse(written.value);
    return ['string', 'number', 'boolean'].includes(typeof value) ? (value as Value) : undefined;
  } catch {
    return undefined;
  }
}

/** The values of attributes; those that are code have none. */
export function readValues(attributes: Attributes): Values {
  const values: Values = {};
  for (const attribute of attributes) {
    const value = attribute.type === 'mdxJsxAttribute' ? readValue(attribute.value) : undefined;
    if (attribute.type === 'mdxJsxAttribute' && value !== undefined) values[attribute.name] = value;
  }
  return values;
}

const written = (value: Value): Attributes[number]['value'] => {
  if (value === true) return null;
  return typeof value === 'string' ? value : { type: 'mdxJsxAttributeValueExpression', value: String(value) };
};

/** Attributes with other values: those that stay the same are kept as they are written. */
export function writeValues(attributes: Attributes, names: string[], values: Values): Attributes {
  const before = readValues(attributes);
  const kept = attributes.flatMap((attribute): Attributes => {
    if (attribute.type !== 'mdxJsxAttribute' || !names.includes(attribute.name)) return [attribute];
    const value = values[attribute.name];
    if (value === undefined) return [];
    return [value === before[attribute.name] ? attribute : { ...attribute, value: written(value) as never }];
  });
  const known = new Set(attributes.map((attribute) => ('name' in attribute ? attribute.name : '')));
  const added = names.filter((name) => !known.has(name) && values[name] !== undefined);
  return [
    ...kept,
    ...added.map((name) => ({
      type: 'mdxJsxAttribute' as const,
      name,
      value: written(values[name] as Value) as never,
    })),
  ];
}
