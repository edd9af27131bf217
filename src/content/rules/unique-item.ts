import { checkMessages } from '#i18n';
import { problem } from '#mdx';
import { placeOfField } from '../entries.ts';
import { isOf } from '../graph.ts';
import type { Rule } from '../rules.ts';

/** Ids of decisions and commitments are unique in the network, so that each can be cited. */
export const rule: Rule = {
  id: 'unique-item',
  check({ graph }, report) {
    const seen = new Map<string, string>();
    for (const entry of graph.entries) {
      if (!isOf(entry, 'minutes')) continue;
      for (const kind of ['decisions', 'actions'] as const) {
        for (const [index, { id }] of (entry.data[kind] ?? []).entries()) {
          const first = seen.get(id);
          if (first)
            report(
              entry,
              problem('unique-item', placeOfField(entry, [kind, index, 'id']), checkMessages.duplicateItem(id, first)),
            );
          else seen.set(id, `${entry.source.name}/${entry.file}`);
        }
      }
    }
  },
};
