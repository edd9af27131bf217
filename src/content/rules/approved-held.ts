import { daysOf } from '#model';
import { minutes } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

const inFuture = (state: string) => minutes().replace('2024-05-10', '2099-05-10').replace('approved', state);

export const rule = defineRule({
  severity: 'warning',
  title: 'Un verbale approvato è di un incontro che si è tenuto',
  explanation:
    'Il verbale di un incontro che deve ancora tenersi si può cominciare prima, come bozza: finché è una bozza l’incontro resta annunciato. Approvato, vale come verbale di un incontro già tenuto.',
  valid: { 'minutes/primo.mdx': inFuture('draft') },
  invalid: { 'minutes/primo.mdx': inFuture('approved') },
  says: [
    'minutes/primo.mdx:8:8 Il verbale è approvato, ma l’incontro è il 2099-05-10. → Lasciarlo in bozza («state: draft»), oppure correggere la data.',
  ],
  check({ graph, today }, report) {
    for (const entry of graph.entries) {
      if (!isOf(entry, 'minutes')) continue;
      const { state, date } = entry.data;
      if (state === 'approved' && daysOf(date).first > today)
        report(entry, ['state'], {
          message: `Il verbale è approvato, ma l’incontro è il ${date}.`,
          fix: 'Lasciarlo in bozza («state: draft»), oppure correggere la data.',
        });
    }
  },
});
