import { minutes } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

const action = (more: string) =>
  minutes(`actions:\n  - id: a-2024-05-1\n    text: Provare la lista.\n    owner: roccafinta\n${more}`);

export const rule = defineRule({
  severity: 'error',
  title: 'La data di conclusione è di un impegno concluso',
  explanation:
    'Un impegno aperto non ha una data di conclusione: o è concluso (o abbandonato) e la data dice quando, o è aperto e la data non c’è.',
  valid: { 'minutes/primo.mdx': action('    state: done\n    closedAt: 2024-09') },
  invalid: { 'minutes/primo.mdx': action('    state: open\n    closedAt: 2024-09') },
  says: [
    'minutes/primo.mdx:14:15 L’impegno «a-2024-05-1» è aperto, ma ha una data di conclusione. → Mettere «state: done», oppure togliere «closedAt».',
  ],
  check({ graph }, report) {
    for (const entry of graph.entries) {
      if (!isOf(entry, 'minutes')) continue;
      for (const [index, { id, state, closedAt }] of (entry.data.actions ?? []).entries())
        if (state === 'open' && closedAt)
          report(entry, ['actions', index, 'closedAt'], {
            message: `L’impegno «${id}» è aperto, ma ha una data di conclusione.`,
            fix: 'Mettere «state: done», oppure togliere «closedAt».',
          });
    }
  },
});
