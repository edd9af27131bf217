import { checkMessages } from '#i18n';
import { PAGE_IDS } from '#mdx';
import { minutes } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

const decision = (id: string) => `decisions:\n  - id: ${id}\n    text: Si prova per tre mesi.`;

export const rule = defineRule({
  severity: 'error',
  title: 'Ogni decisione e ogni impegno ha un identificativo suo',
  explanation:
    'Decisioni e impegni si citano per identificativo da qualunque pagina, anche anni dopo: se due lo avessero uguale, la citazione porterebbe a quello sbagliato. Per questo è unico in tutta la rete, e non solo nel verbale. Una forma comoda è tipo, data e numero: «d-2012-05-1», «a-2012-05-3».',
  valid: { 'minutes/primo.mdx': minutes(decision('d-2024-05-1')) },
  invalid: {
    'minutes/primo.mdx': minutes(`${decision('d-2024-05-1')}\n  - id: d-2024-05-1\n    text: Si rivede a ottobre.`),
  },
  says: [
    'minutes/primo.mdx:12:9 L’identificativo «d-2024-05-1» è già usato in «minutes/primo.mdx». → Decisioni e impegni hanno identificativi unici in tutta la rete.',
  ],
  check({ graph }, report) {
    const seen = new Map<string, string>();
    for (const entry of graph.entries) {
      if (!isOf(entry, 'minutes')) continue;
      for (const kind of ['decisions', 'actions'] as const) {
        for (const [index, { id }] of (entry.data[kind] ?? []).entries()) {
          const first = seen.get(id);
          if (first) report(entry, [kind, index, 'id'], checkMessages.duplicateItem(id, first));
          else if (PAGE_IDS.includes(id) || entry.body?.headings.some((heading) => heading.id === id))
            report(entry, [kind, index, 'id'], checkMessages.takenAnchor(id));
          else seen.set(id, entry.file);
        }
      }
    }
  },
});
