import type { CollectionId } from '#model';
import { guide } from '../examples.ts';
import { defineRule, START } from '../rule.ts';

/** Collections whose entries are found by way of others; minutes, news and the like are found by their date. */
const KNOWLEDGE: readonly CollectionId[] = ['guides', 'manuals', 'tools', 'themes', 'indicators', 'glossary'];

export const rule = defineRule({
  severity: 'warning',
  title: 'A ogni guida, strumento, indicatore e termine porta almeno un’altra voce',
  explanation:
    'Una voce che nessun’altra cita si trova solo nell’elenco e con la ricerca: di solito manca un rimando nella guida in cui servirebbe, o nel verbale che l’ha voluta. Basta un collegamento nel testo, <Ref>, <Term>, o un campo come «related».',
  valid: {
    'guides/attese.mdx': guide('related: [guides/turni]'),
    'guides/turni.mdx': guide('related: [guides/attese]'),
  },
  invalid: {
    'guides/attese.mdx': guide('', 'Si fanno i turni.'),
  },
  says: [
    'guides/attese.mdx:1:1 Nessun’altra voce porta qui. → Citarla dove serve, con un collegamento o tra le voci collegate.',
  ],
  check({ graph, broken }, report) {
    // What an unreadable entry cites is not known.
    if (broken.size > 0) return;
    const reached = new Set(graph.edges.filter(({ from, to }) => from !== to).map(({ to }) => to));
    for (const entry of graph.entries)
      if (KNOWLEDGE.includes(entry.collection) && !entry.part && !reached.has(entry))
        report(entry, START, {
          message: 'Nessun’altra voce porta qui.',
          fix: 'Citarla dove serve, con un collegamento o tra le voci collegate.',
        });
  },
});
