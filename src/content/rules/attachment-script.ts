import { guide, svg } from '../examples.ts';
import { defineRule, START } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Un’immagine SVG è solo un disegno',
  explanation:
    'Un file SVG può contenere programmi, collegamenti e immagini presi da altri siti: nella pagina di chi legge agirebbero a nome della rete. Si pubblica solo se contiene forme, testi, colori e filtri.',
  valid: { 'guides/attese.mdx': guide('', '![La fila](fila.svg)'), 'guides/fila.svg': svg() },
  invalid: {
    'guides/attese.mdx': guide('', '![La fila](fila.svg)'),
    'guides/fila.svg': svg('<script>alert(1)</script>'),
  },
  says: [
    'guides/fila.svg:1:1 L’immagine contiene programmi o collegamenti attivi. → Salvarla di nuovo come SVG semplice, o come PNG.',
  ],
  check({ attachments }, report) {
    for (const attachment of attachments)
      if (attachment.inspection.faults.includes('active'))
        report(attachment, START, {
          message: 'L’immagine contiene programmi o collegamenti attivi.',
          fix: 'Salvarla di nuovo come SVG semplice, o come PNG.',
        });
  },
});
