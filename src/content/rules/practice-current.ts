import { guide, mdx } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

const trial = (state: string) =>
  mdx(
    `title: Una prova\naccess: public\npractice: guides/pratica\nparticipant: roccafinta\nstarted: 2024-09\nstate: ${state}`,
  );
const former = guide('supersededBy: nuova\n').replace('status: current', 'status: superseded');

export const rule = defineRule({
  severity: 'warning',
  title: 'Si prova la versione in vigore di una pratica',
  explanation:
    'Una sperimentazione prevista o in corso di una guida o di un manuale superato porta risultati su ciò che la rete non consiglia più. Quelle già concluse restano come sono.',
  valid: { 'guides/pratica.mdx': former, 'guides/nuova.mdx': guide(), 'trials/prova.mdx': trial('adopted') },
  invalid: { 'guides/pratica.mdx': former, 'guides/nuova.mdx': guide(), 'trials/prova.mdx': trial('trialling') },
  says: [
    'trials/prova.mdx:4:11 La pratica «guides/pratica» è superata: la sostituisce «guides/nuova». → Provare «guides/nuova», oppure chiudere la sperimentazione.',
  ],
  check({ graph }, report) {
    for (const entry of graph.entries) {
      if (!isOf(entry, 'trials') || !['planned', 'trialling'].includes(entry.data.state)) continue;
      const practice = graph.byRef.get(entry.data.practice);
      const data = practice?.data as { status?: string; supersededBy?: string } | undefined;
      if (practice && data?.status === 'superseded' && data.supersededBy)
        report(entry, ['practice'], {
          message: `La pratica «${practice.ref}» è superata: la sostituisce «${practice.collection}/${data.supersededBy}».`,
          fix: `Provare «${practice.collection}/${data.supersededBy}», oppure chiudere la sperimentazione.`,
        });
    }
  },
});
