import type { Entry } from '../entries.ts';
import { guide } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

const superseded = (by: string) => guide(`supersededBy: ${by}`).replace('status: current', 'status: superseded');

/** The one that supersedes an entry, where there is one. */
const successorOf = (entry: Entry): string | undefined => {
  const by = isOf(entry, 'guides') || isOf(entry, 'manuals') ? entry.data.supersededBy : undefined;
  return by && `${entry.collection}/${by}`;
};

export const rule = defineRule({
  severity: 'error',
  title: 'I successori non girano in tondo',
  explanation:
    'Seguendo i successori di una voce superata si arriva a una voce valida: nessuna supera sé stessa, e due non si superano a vicenda.',
  valid: { 'guides/prima.mdx': superseded('seconda'), 'guides/seconda.mdx': guide() },
  invalid: { 'guides/prima.mdx': superseded('seconda'), 'guides/seconda.mdx': superseded('prima') },
  says: [
    'guides/prima.mdx:9:15 I successori tornano al punto di partenza: guides/prima, guides/seconda, guides/prima. → Indicare come ultima la voce che oggi è valida.',
  ],
  check({ graph }, report) {
    const settled = new Set<string>();
    for (const entry of graph.entries) {
      const chain: string[] = [];
      let current: Entry | undefined = entry;
      while (current && !settled.has(current.ref) && !chain.includes(current.ref)) {
        chain.push(current.ref);
        current = graph.byRef.get(successorOf(current) ?? '');
      }
      if (current && chain.includes(current.ref)) {
        const cycle = [...chain.slice(chain.indexOf(current.ref)), current.ref];
        report(current, ['supersededBy'], {
          message: `I successori tornano al punto di partenza: ${cycle.join(', ')}.`,
          fix: 'Indicare come ultima la voce che oggi è valida.',
        });
      }
      for (const ref of chain) settled.add(ref);
    }
  },
});
