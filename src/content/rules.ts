/** The rules: whatever has a file in `rules/`. */
import { readdirSync } from 'node:fs';
import type { Problem } from '#mdx';
import type { Entry } from './entries.ts';
import type { Graph } from './graph.ts';

export interface RuleContext {
  graph: Graph;
  broken: ReadonlySet<string>;
}

/** What the model cannot say by type. */
export interface Rule {
  id: string;
  check(context: RuleContext, report: (entry: Entry, problem: Problem) => void): void;
}

const home = new URL('./rules/', import.meta.url);

export const rules: Rule[] = await Promise.all(
  readdirSync(home)
    .sort()
    .map(async (name) => ((await import(new URL(name, home).href)) as { rule: Rule }).rule),
);
