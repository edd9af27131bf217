import { mdx } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

const lines = (second: string) =>
  mdx(
    `title: Le attese\nsummary: In breve.\nstatus: acting\nlines:\n  - id: prenotazioni\n    title: Prenotazioni\n    text: Si prova.\n  - id: ${second}\n    title: Fasce orarie\n    text: Si prova.`,
  );

export const rule = defineRule({
  severity: 'error',
  title: 'Ogni linea d’azione di un tema ha un identificativo suo',
  explanation:
    'Le linee d’azione si citano per identificativo all’interno del loro tema: due uguali non si distinguono, e nella pagina avrebbero la stessa àncora.',
  valid: { 'themes/attese.mdx': lines('fasce') },
  invalid: { 'themes/attese.mdx': lines('prenotazioni') },
  says: [
    'themes/attese.mdx:9:9 La linea d’azione «prenotazioni» c’è già in questo tema. → Darle un altro identificativo.',
  ],
  check({ graph }, report) {
    for (const entry of graph.entries) {
      if (!isOf(entry, 'themes')) continue;
      const seen = new Set<string>();
      for (const [index, { id }] of (entry.data.lines ?? []).entries()) {
        if (seen.has(id))
          report(entry, ['lines', index, 'id'], {
            message: `La linea d’azione «${id}» c’è già in questo tema.`,
            fix: 'Darle un altro identificativo.',
          });
        seen.add(id);
      }
    }
  },
});
