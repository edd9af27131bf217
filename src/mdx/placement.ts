/** Where a component may stand, and what may stand in it. */
import { checkMessages, type Said } from '#i18n';
import type { Node } from './node.ts';
import type { Registered } from './registry.ts';

/** Elements that are no part of a line. */
const BLOCKS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table', 'blockquote', 'pre', 'hr', 'section']);

/** What is wrong with the place of a component, or with what it holds. */
export function placementFaults(node: Node, component: Registered, parent: Registered | undefined): Said[] {
  return [...placeFaults(node, component, parent), ...childrenFaults(node, component)];
}

function placeFaults(node: Node, { name, place, inside }: Registered, parent: Registered | undefined): Said[] {
  const faults: Said[] = [];
  if (place === 'block' && node.type === 'mdxJsxTextElement') faults.push(checkMessages.wrongPlace(name, false));
  if (inside && parent?.name !== inside) faults.push(checkMessages.onlyInside(name, inside));
  if (typeof parent?.children === 'object' && parent.children.only !== name) {
    faults.push(checkMessages.onlyChildren(parent.name, parent.children.only));
  }
  return faults;
}

function childrenFaults(node: Node, { name, children, childrenOptional }: Registered): Said[] {
  const inner = (node.children ?? []).filter((child) => child.type !== 'text' || (child.value ?? '').trim() !== '');
  if (children === 'inline' && inner.some(({ tagName = '' }) => BLOCKS.has(tagName)))
    return [checkMessages.inlineOnly(name)];
  if (children === 'none') return inner.length > 0 ? [checkMessages.noChildren(name)] : [];
  if (inner.length === 0) return childrenOptional ? [] : [checkMessages.needsChildren(name)];
  if (children === 'ordered-list') {
    return inner.length === 1 && inner[0]?.tagName === 'ol' ? [] : [checkMessages.stepsList()];
  }
  return typeof children === 'object' && inner.some((child) => child.name !== children.only)
    ? [checkMessages.onlyChildren(name, children.only)]
    : [];
}
