import { datesIn } from '#mdx';
import { daysOf } from '#model';
import { minutes } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'warning',
  title: 'Le date scritte a parole non si contraddicono',
  explanation:
    'Una data a parole deve esistere, cadere nel giorno della settimana che dice, e nel titolo di un verbale essere la stessa del campo «date»: chi legge non saprebbe a quale credere.',
  valid: {
    'minutes/primo.mdx': minutes('', 'Ci si rivede venerdì 8 novembre 2024.').replace(
      'Un incontro',
      'Incontro del 10 maggio 2024',
    ),
  },
  invalid: {
    'minutes/primo.mdx': minutes('', 'Ci si rivede lunedì 8 novembre 2024, non il 31 aprile 2025.').replace(
      'Un incontro',
      'Incontro del 10 maggio 2023',
    ),
  },
  says: [
    'minutes/primo.mdx:2:8 Il titolo dice «10 maggio 2023», e il campo «date» dice 2024-05-10. → Correggere quello che è sbagliato.',
    'minutes/primo.mdx:11:14 «lunedì 8 novembre 2024»: quel giorno cade di venerdì. → Correggere il giorno o la data.',
    'minutes/primo.mdx:11:45 La data «31 aprile 2025» non esiste. → Correggerla.',
  ],
  check({ graph }, report) {
    for (const entry of graph.entries) {
      const { title, date } = isOf(entry, 'minutes') ? entry.data : { title: '', date: '' };
      const days = daysOf(date);
      for (const { text, iso } of datesIn(title))
        if (iso && (iso < days.first || iso > days.last))
          report(entry, ['title'], {
            message: `Il titolo dice «${text}», e il campo «date» dice ${date}.`,
            fix: 'Correggere quello che è sbagliato.',
          });
      for (const { text, iso, wrongWeekday, ...place } of entry.body?.prose.dates ?? []) {
        if (!iso) report(entry, place, { message: `La data «${text}» non esiste.`, fix: 'Correggerla.' });
        if (wrongWeekday)
          report(entry, place, {
            message: `«${text}»: quel giorno cade di ${wrongWeekday.was}.`,
            fix: 'Correggere il giorno o la data.',
          });
      }
    }
  },
});
