import { minutes } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Ogni partecipante è presente o assente, una volta sola',
  explanation:
    'Nell’elenco dei presenti e in quello degli assenti ogni comune compare una volta, e in uno solo dei due. I conteggi delle presenze si fanno da qui.',
  valid: { 'minutes/primo.mdx': minutes('attendees: [roccafinta]') },
  invalid: { 'minutes/primo.mdx': minutes('attendees: [roccafinta]\nabsent: [roccafinta]') },
  says: ['minutes/primo.mdx:10:10 «roccafinta» compare già tra i presenti. → Lasciarlo in un elenco solo.'],
  check({ graph }, report) {
    for (const entry of graph.entries) {
      if (!isOf(entry, 'minutes')) continue;
      const seen = new Map<string, string>();
      for (const [field, list] of [
        ['attendees', 'i presenti'],
        ['absent', 'gli assenti'],
      ] as const) {
        for (const [index, id] of (entry.data[field] ?? []).entries()) {
          const before = seen.get(id);
          if (before)
            report(entry, [field, index], {
              message: `«${id}» compare già tra ${before}.`,
              fix: 'Lasciarlo in un elenco solo.',
            });
          seen.set(id, list);
        }
      }
    }
  },
});
