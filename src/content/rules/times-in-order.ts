import { minutes } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'L’incontro ha un giorno preciso e finisce dopo l’inizio',
  explanation:
    'Le ore di inizio e di fine vanno nel calendario che i partecipanti importano: servono un giorno preciso e un inizio che venga prima della fine.',
  valid: { 'minutes/primo.mdx': minutes('starts: "10:00"\nends: "16:30"') },
  invalid: {
    'minutes/primo.mdx': minutes('starts: "16:30"\nends: "10:00"\nnext:\n  date: 2024-11\n  starts: "10:00"'),
  },
  says: [
    'minutes/primo.mdx:10:7 L’ora di fine (10:00) non viene dopo quella di inizio (16:30). → Correggere una delle due ore.',
    'minutes/primo.mdx:13:11 C’è un’ora, ma il giorno dell’incontro non è indicato. → Indicare il giorno, oppure togliere l’ora.',
  ],
  check({ graph }, report) {
    for (const entry of graph.entries) {
      if (!isOf(entry, 'minutes')) continue;
      const meetings = [
        { path: [], meeting: entry.data },
        { path: ['next'], meeting: entry.data.next ?? {} },
      ];
      for (const { path, meeting } of meetings) {
        const { date = '', starts, ends } = meeting;
        if (ends && !starts)
          report(entry, [...path, 'ends'], {
            message: 'C’è l’ora di fine, ma non quella di inizio.',
            fix: 'Indicare «starts», oppure togliere «ends».',
          });
        else if (starts && date.length < 'AAAA-MM-GG'.length)
          report(entry, [...path, 'starts'], {
            message: 'C’è un’ora, ma il giorno dell’incontro non è indicato.',
            fix: 'Indicare il giorno, oppure togliere l’ora.',
          });
        else if (starts && ends && ends <= starts)
          report(entry, [...path, 'ends'], {
            message: `L’ora di fine (${ends}) non viene dopo quella di inizio (${starts}).`,
            fix: 'Correggere una delle due ore.',
          });
      }
    }
  },
});
