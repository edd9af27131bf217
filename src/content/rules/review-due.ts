import { daysOf } from '#model';
import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'warning',
  title: 'La revisione non è scaduta',
  explanation:
    'Guide, manuali e strumenti dicono entro quando vanno ricontrollati («reviewBy»). Passata quella data la pagina lo segnala a chi legge. Chi la cura la rilegge, la corregge dove serve, e aggiorna «updated» e «reviewBy».',
  valid: { 'guides/attese.mdx': guide() },
  invalid: { 'guides/attese.mdx': guide().replace('reviewBy: 2030-01-10', 'reviewBy: 2026-03') },
  says: [
    'guides/attese.mdx:7:11 Era da rivedere entro 2026-03. → Rileggerla, correggerla dove serve e aggiornare «updated» e «reviewBy».',
  ],
  check({ graph, today }, report) {
    for (const entry of graph.entries) {
      const { reviewBy } = entry.data as { reviewBy?: string };
      if (reviewBy && daysOf(reviewBy).last < today)
        report(entry, ['reviewBy'], {
          message: `Era da rivedere entro ${reviewBy}.`,
          fix: 'Rileggerla, correggerla dove serve e aggiornare «updated» e «reviewBy».',
        });
    }
  },
});
