/** The component registry: whatever has a folder in `components/`. */
import { readdirSync } from 'node:fs';
import type { Component } from './component.ts';

export interface Registered extends Component {
  /** The name of its folder, by which its view is found. */
  folder: string;
}

const home = new URL('./components/', import.meta.url);

const load = async (folder: string): Promise<Registered> => {
  const { component } = (await import(new URL(`${folder}/schema.ts`, home).href)) as { component: Component };
  return { ...component, folder };
};

const all = await Promise.all(readdirSync(home).sort().map(load));

/** Components by name. */
export const components: ReadonlyMap<string, Registered> = new Map(all.map((component) => [component.name, component]));
