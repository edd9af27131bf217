import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Una voce non rimanda a sé stessa nei suoi campi',
  explanation:
    'Tra le voci collegate, i termini da vedere o i materiali, un rimando alla voce stessa non porta da nessuna parte: di solito è un identificativo copiato da un’altra voce e non cambiato.',
  valid: { 'guides/prima.mdx': guide('related: [guides/seconda]'), 'guides/seconda.mdx': guide() },
  invalid: { 'guides/prima.mdx': guide('related: [guides/prima]') },
  says: ['guides/prima.mdx:9:11 La voce rimanda a sé stessa. → Indicare un’altra voce, o togliere il rimando.'],
  check({ graph }, report) {
    for (const { from, to, path } of graph.edges)
      if (from === to && path[0] !== 'body' && path[0] !== 'supersededBy')
        report(from, path, {
          message: 'La voce rimanda a sé stessa.',
          fix: 'Indicare un’altra voce, o togliere il rimando.',
        });
  },
});
