import { minutes } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

const announcing = (number: number) => minutes(`next:\n  number: ${number}\n  date: 2024-11`);

export const rule = defineRule({
  severity: 'error',
  title: 'Il prossimo incontro ha un numero più alto',
  explanation:
    'Il numero del prossimo incontro si indica solo quando non è quello successivo, per esempio perché nel frattempo se ne tiene un altro. Con un numero già usato il calendario confonderebbe i due incontri.',
  valid: { 'minutes/primo.mdx': announcing(3) },
  invalid: { 'minutes/primo.mdx': announcing(1) },
  says: [
    'minutes/primo.mdx:10:11 Il prossimo incontro ha il numero 1, e questo ha già il numero 1. → Togliere «number», oppure indicarne uno più alto.',
  ],
  check({ graph }, report) {
    for (const entry of graph.entries) {
      if (!isOf(entry, 'minutes')) continue;
      const { number, next } = entry.data;
      if (next?.number !== undefined && next.number <= number)
        report(entry, ['next', 'number'], {
          message: `Il prossimo incontro ha il numero ${next.number}, e questo ha già il numero ${number}.`,
          fix: 'Togliere «number», oppure indicarne uno più alto.',
        });
    }
  },
});
