/** The rules: whatever has a file in `rules/`. */
import { readdirSync } from 'node:fs';
import type { Severity } from './diagnostics.ts';
import type { Rule } from './rule.ts';

const home = new URL('./rules/', import.meta.url);

const load = async (file: string): Promise<[id: string, Rule]> => {
  const { rule } = (await import(new URL(file, home).href)) as { rule: Rule };
  return [file.replace(/\.ts$/, ''), rule];
};

/** Rules by id. */
export const rules: ReadonlyMap<string, Rule> = new Map(await Promise.all(readdirSync(home).sort().map(load)));

/**
 * How grave it is to break a rule.
 *
 * @throws Error where a rule has no file: whoever reports under a new id has to write it
 */
export function severityOf(id: string): Severity {
  const rule = rules.get(id);
  if (!rule) throw new Error(`src/content/rules/${id}.ts is missing.`);
  return rule.severity;
}
