/** The component registry for a bundle, which has no folders to read: without the parser and the views. */
import type { Component } from './component.ts';

export type { Component } from './component.ts';
export { schemaFindings } from './problems.ts';

const modules = import.meta.glob<{ component: Component }>('./components/*/schema.ts', { eager: true });

/** Components by name. */
export const components: ReadonlyMap<string, Component> = new Map(
  Object.values(modules).map(({ component }) => [component.name, component]),
);
