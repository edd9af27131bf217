import { compareDates } from '#model';
import { minutes } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Ogni incontro e ogni newsletter ha un numero suo',
  explanation:
    'Incontri e newsletter si citano per numero («il terzo incontro»): due con lo stesso numero non si distinguono. I verbali hanno una serie di numeri, le newsletter un’altra.',
  valid: { 'minutes/primo.mdx': minutes(), 'minutes/secondo.mdx': minutes().replace('number: 1', 'number: 2') },
  invalid: { 'minutes/primo.mdx': minutes(), 'minutes/secondo.mdx': minutes() },
  says: [
    'minutes/secondo.mdx:3:9 Il numero 1 è già di «minutes/primo.mdx». → Dare il numero successivo all’ultimo usato.',
  ],
  check({ graph }, report) {
    const seen = new Map<string, string>();
    const numbered = graph.entries.filter((entry) => isOf(entry, 'minutes') || isOf(entry, 'newsletters'));
    // The later one is more likely the one that is wrong.
    for (const entry of numbered.toSorted((a, b) => compareDates(a.data.date, b.data.date))) {
      const key = `${entry.collection} ${entry.data.number}`;
      const first = seen.get(key);
      if (first)
        report(entry, ['number'], {
          message: `Il numero ${entry.data.number} è già di «${first}».`,
          fix: 'Dare il numero successivo all’ultimo usato.',
        });
      else seen.set(key, entry.file);
    }
  },
});
