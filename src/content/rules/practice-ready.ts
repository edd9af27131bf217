import type { Entry } from '../entries.ts';
import { guide, mdx } from '../examples.ts';
import { isDraft, isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

const PRACTICES = ['guides', 'manuals', 'tools'];

/** The practices that an entry tries, or commits someone to try. */
function practicesOf(entry: Entry): { ref: string; path: PropertyKey[] }[] {
  if (isOf(entry, 'trials')) return [{ ref: entry.data.practice, path: ['practice'] }];
  if (!isOf(entry, 'minutes')) return [];
  return (entry.data.actions ?? []).flatMap(({ practice }, index) =>
    practice === undefined ? [] : [{ ref: practice, path: ['actions', index, 'practice'] }],
  );
}

const trial = mdx(
  'title: Una prova\naccess: public\npractice: guides/pratica\nparticipant: roccafinta\nstarted: 2024-09\nstate: trialling',
);

export const rule = defineRule({
  severity: 'error',
  title: 'Si sperimenta una pratica pronta',
  explanation:
    'Una sperimentazione, o l’impegno a cominciarne una, riguarda una guida, un manuale o uno strumento che la rete ha già pubblicato: non una bozza, che può ancora cambiare, e non un’altra voce.',
  valid: { 'guides/pratica.mdx': guide(), 'trials/prova.mdx': trial },
  invalid: { 'guides/pratica.mdx': guide().replace('status: current', 'status: draft'), 'trials/prova.mdx': trial },
  says: [
    'trials/prova.mdx:4:11 «guides/pratica» è ancora una bozza. → Pubblicare la pratica prima di provarla, o indicarne un’altra.',
  ],
  check({ graph }, report) {
    for (const entry of graph.entries) {
      for (const { ref, path } of practicesOf(entry)) {
        const practice = graph.byRef.get(ref);
        if (!practice) continue;
        if (!PRACTICES.includes(practice.collection) || practice.part)
          report(entry, path, {
            message: `«${practice.ref}» non è una pratica che si possa provare.`,
            fix: 'Indicare una guida, un manuale o uno strumento.',
          });
        else if (isDraft(graph, practice))
          report(entry, path, {
            message: `«${practice.ref}» è ancora una bozza.`,
            fix: 'Pubblicare la pratica prima di provarla, o indicarne un’altra.',
          });
      }
    }
  },
});
