import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'warning',
  title: 'Ogni colonna di una tabella ha un’intestazione',
  explanation:
    'Chi ascolta una tabella sente l’intestazione prima di ogni cella: senza, sente solo numeri. La prima riga di una tabella dice che cosa c’è in ciascuna colonna; solo l’angolo in alto a sinistra può restare vuoto.',
  valid: { 'guides/attese.mdx': guide('', '| Giorno | Utenti |\n| --- | --- |\n| Lunedì | 120 |') },
  invalid: { 'guides/attese.mdx': guide('', '|  |  |\n| --- | --- |\n| Lunedì | 120 |') },
  says: [
    'guides/attese.mdx:11:1 Una colonna della tabella non ha intestazione. → Scrivere nella prima riga che cosa c’è in ogni colonna.',
  ],
  check({ graph }, report) {
    for (const entry of graph.entries)
      for (const { headers, ...place } of entry.body?.prose.tables ?? [])
        if (headers.slice(1).includes('') || headers.every((text) => text === ''))
          report(entry, place, {
            message: 'Una colonna della tabella non ha intestazione.',
            fix: 'Scrivere nella prima riga che cosa c’è in ogni colonna.',
          });
  },
});
