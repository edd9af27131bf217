import { type CollectionId, isBefore } from '#model';
import { minutes, participant } from '../examples.ts';
import { defineRule } from '../rule.ts';

/** Two dates of one group of fields, of which the first may not come after the second. */
interface Pair {
  collection: CollectionId;
  /** Fields leading to lists or groups; the dates are looked for in each item. */
  earlier: string[];
  later: string[];
  message: string;
}

const PAIRS: Pair[] = [
  {
    collection: 'participants',
    earlier: ['joined'],
    later: ['left'],
    message: 'L’uscita dalla rete viene prima dell’ingresso',
  },
  {
    collection: 'minutes',
    earlier: ['date'],
    later: ['next', 'date'],
    message: 'Il prossimo incontro viene prima di questo',
  },
  {
    collection: 'minutes',
    earlier: ['date'],
    later: ['actions', '*', 'due'],
    message: 'La scadenza dell’impegno viene prima dell’incontro in cui è stato preso',
  },
  {
    collection: 'minutes',
    earlier: ['date'],
    later: ['actions', '*', 'closedAt'],
    message: 'L’impegno risulta concluso prima dell’incontro in cui è stato preso',
  },
  {
    collection: 'trials',
    earlier: ['started'],
    later: ['ended'],
    message: 'La sperimentazione finisce prima di cominciare',
  },
  ...(['guides', 'manuals', 'tools'] as const).map((collection) => ({
    collection,
    earlier: ['updated'],
    later: ['reviewBy'],
    message: 'La revisione è prevista prima dell’ultimo aggiornamento',
  })),
];

/** Every value that a path leads to, with the path to it; `*` stands for each item of a list. */
function valuesAt(data: unknown, path: readonly string[], walked: PropertyKey[] = []): [PropertyKey[], string][] {
  const [step, ...rest] = path;
  if (step === undefined) return typeof data === 'string' ? [[walked, data]] : [];
  if (step === '*')
    return Array.isArray(data) ? data.flatMap((item, index) => valuesAt(item, rest, [...walked, index])) : [];
  const value = (data as Record<string, unknown> | undefined)?.[step];
  return value === undefined ? [] : valuesAt(value, rest, [...walked, step]);
}

export const rule = defineRule({
  severity: 'error',
  title: 'Le date sono in ordine',
  explanation:
    'Chi esce dalla rete ci è prima entrato; una scadenza e il prossimo incontro vengono dopo l’incontro in cui si fissano; una sperimentazione finisce dopo l’inizio; un contenuto si rivede dopo l’ultimo aggiornamento. Quando una data è nota solo al mese o all’anno, si segnala solo ciò che è certo: «2011» e «2011-06» possono essere nell’ordine giusto.',
  valid: { 'minutes/primo.mdx': minutes('next:\n  date: 2024-11') },
  invalid: {
    'minutes/primo.mdx': minutes('next:\n  date: 2023-11'),
    'participants/borgofinto.yaml': participant('Borgofinto', 'left: 2009-12-31\n'),
  },
  says: [
    'minutes/primo.mdx:10:9 Il prossimo incontro viene prima di questo: 2023-11 e 2024-05-10. → Correggere una delle due date.',
    'participants/borgofinto.yaml:7:7 L’uscita dalla rete viene prima dell’ingresso: 2009-12-31 e 2011. → Correggere una delle due date.',
  ],
  check({ graph }, report) {
    for (const entry of graph.entries.filter(({ part }) => !part)) {
      for (const { earlier, later, message } of PAIRS.filter(({ collection }) => collection === entry.collection)) {
        const [first] = valuesAt(entry.data, earlier);
        for (const [path, second] of valuesAt(entry.data, later))
          if (first && isBefore(second, first[1]))
            report(entry, path, {
              message: `${message}: ${second} e ${first[1]}.`,
              fix: 'Correggere una delle due date.',
            });
      }
    }
  },
});
