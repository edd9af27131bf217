import { guide, mdx } from '../examples.ts';
import { defineRule } from '../rule.ts';

const chapter = (title: string, order: number) => mdx(`title: ${title}\norder: ${order}`);
const index = guide('version: "1.0"');

export const rule = defineRule({
  severity: 'error',
  title: 'I capitoli di un manuale hanno posizioni diverse',
  explanation:
    'La posizione («order») decide l’ordine dei capitoli nell’indice e i collegamenti «precedente» e «successivo»: con due posizioni uguali l’ordine sarebbe lasciato al caso. Tra una posizione e l’altra ci possono essere salti.',
  valid: {
    'manuals/accogliere/index.mdx': index,
    'manuals/accogliere/01-prima.mdx': chapter('Prima', 10),
    'manuals/accogliere/02-poi.mdx': chapter('Poi', 20),
  },
  invalid: {
    'manuals/accogliere/index.mdx': index,
    'manuals/accogliere/01-prima.mdx': chapter('Prima', 10),
    'manuals/accogliere/02-poi.mdx': chapter('Poi', 10),
  },
  says: [
    'manuals/accogliere/02-poi.mdx:3:8 La posizione 10 è già di «manuals/accogliere/01-prima.mdx». → Dare a uno dei due capitoli un’altra posizione.',
  ],
  check({ graph }, report) {
    const seen = new Map<string, string>();
    for (const entry of graph.entries.filter(({ part }) => part)) {
      const { order } = entry.data as unknown as { order: number };
      const key = `${entry.collection}/${entry.id.split('/')[0]} ${order}`;
      const first = seen.get(key);
      if (first)
        report(entry, ['order'], {
          message: `La posizione ${order} è già di «${first}».`,
          fix: 'Dare a uno dei due capitoli un’altra posizione.',
        });
      else seen.set(key, entry.file);
    }
  },
});
