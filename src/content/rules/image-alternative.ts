import { guide, svg } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Ogni immagine ha un testo alternativo',
  explanation:
    'Il testo alternativo dice che cosa mostra l’immagine a chi non la vede, ed è chiesto dalle norme sull’accessibilità (WCAG 2.2, criterio 1.1.1). Si scrive tra le parentesi quadre: ![Due sportelli e una fila sola](fila.svg).',
  valid: { 'guides/attese.mdx': guide('', '![Due sportelli e una fila sola](fila.svg)'), 'guides/fila.svg': svg() },
  invalid: { 'guides/attese.mdx': guide('', '![](fila.svg)'), 'guides/fila.svg': svg() },
  says: [
    'guides/attese.mdx:11:1 L’immagine non ha un testo alternativo. → Scrivere tra le parentesi quadre che cosa mostra: ![descrizione](file.png).',
  ],
});
