import { type CollectionId, isBefore } from '#model';
import type { Entry } from '../entries.ts';
import { minutes, participant } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

/** Someone named in a field, and the date on which they had to be in the network. */
interface Naming {
  id: string;
  path: PropertyKey[];
  date: string;
  /** True where it may also be of a time before it joined. */
  beforehand?: boolean;
}

function namings(entry: Entry<CollectionId>): Naming[] {
  if (isOf(entry, 'trials')) return [{ id: entry.data.participant, path: ['participant'], date: entry.data.started }];
  if (isOf(entry, 'measurements'))
    return entry.data.values.map(({ participant: id }, index) => ({
      id,
      path: ['values', index, 'participant'],
      date: entry.data.period,
      // What was measured before it joined a municipality may bring along.
      beforehand: true,
    }));
  if (!isOf(entry, 'minutes')) return [];
  const { date, host, attendees = [], absent = [], actions = [], next } = entry.data;
  const all = (field: string, ids: string[]) => ids.map((id, index) => ({ id, path: [field, index], date }));
  return [
    ...(host ? [{ id: host, path: ['host'], date }] : []),
    ...all('attendees', attendees),
    ...all('absent', absent),
    ...actions.map(({ owner }, index) => ({ id: owner, path: ['actions', index, 'owner'], date })),
    ...(next?.host ? [{ id: next.host, path: ['next', 'host'], date: next.date ?? date }] : []),
  ];
}

export const rule = defineRule({
  severity: 'error',
  title: 'Chi ospita, partecipa o prende un impegno è nella rete in quella data',
  explanation:
    'Un comune può ospitare un incontro, esservi presente o assente, prendere un impegno o cominciare una sperimentazione solo tra il suo ingresso nella rete e la sua uscita; dopo l’uscita non ha nemmeno valori nelle rilevazioni. Se la data di ingresso non si conosce bene, «joined: ../2012-05-04» significa «entro quel giorno».',
  valid: { 'minutes/primo.mdx': minutes('attendees: [roccafinta]') },
  invalid: {
    'minutes/primo.mdx': minutes('attendees: [roccafinta, borgofinto]'),
    'participants/borgofinto.yaml': participant('Borgofinto').replace('joined: 2011', 'joined: 2025'),
  },
  says: [
    'minutes/primo.mdx:9:25 «borgofinto» entra nella rete più tardi: 2025, e qui si parla di 2024-05-10. → Correggere la data, oppure l’ingresso nella rete di «borgofinto».',
  ],
  check({ graph }, report) {
    for (const entry of graph.entries) {
      for (const { id, path, date, beforehand } of namings(entry)) {
        const found = graph.byRef.get(`participants/${id}`);
        if (!found || !isOf(found, 'participants')) continue;
        const { joined, left } = found.data;
        if (!beforehand && isBefore(date, joined))
          report(entry, path, {
            message: `«${id}» entra nella rete più tardi: ${joined}, e qui si parla di ${date}.`,
            fix: `Correggere la data, oppure l’ingresso nella rete di «${id}».`,
          });
        else if (left && isBefore(left, date))
          report(entry, path, {
            message: `«${id}» è già uscito dalla rete: ${left}, e qui si parla di ${date}.`,
            fix: `Togliere «${id}», oppure correggere la data o l’uscita dalla rete.`,
          });
      }
    }
  },
});
