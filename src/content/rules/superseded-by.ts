import { guide } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

const superseded = (more: string) => guide(more).replace('status: current', 'status: superseded');

export const rule = defineRule({
  severity: 'error',
  title: 'Una guida o un manuale superato dice da che cosa',
  explanation:
    'Chi arriva su un contenuto superato deve trovare subito quello nuovo: «status: superseded» vuole «supersededBy» con l’identificativo del successore. E viceversa: chi ha un successore è superato.',
  valid: { 'guides/vecchia.mdx': superseded('supersededBy: nuova'), 'guides/nuova.mdx': guide() },
  invalid: { 'guides/vecchia.mdx': superseded(''), 'guides/nuova.mdx': guide('supersededBy: vecchia') },
  says: [
    'guides/nuova.mdx:9:15 Ha un successore, ma non è indicata come superata. → Mettere «status: superseded», oppure togliere «supersededBy».',
    'guides/vecchia.mdx:8:9 È indicata come superata, ma non dice da che cosa. → Aggiungere «supersededBy» con l’identificativo della voce nuova.',
  ],
  check({ graph }, report) {
    for (const entry of graph.entries) {
      if (!isOf(entry, 'guides') && !isOf(entry, 'manuals')) continue;
      const { status, supersededBy } = entry.data;
      if (status === 'superseded' && !supersededBy)
        report(entry, ['status'], {
          message: 'È indicata come superata, ma non dice da che cosa.',
          fix: 'Aggiungere «supersededBy» con l’identificativo della voce nuova.',
        });
      if (status !== 'superseded' && supersededBy)
        report(entry, ['supersededBy'], {
          message: 'Ha un successore, ma non è indicata come superata.',
          fix: 'Mettere «status: superseded», oppure togliere «supersededBy».',
        });
    }
  },
});
