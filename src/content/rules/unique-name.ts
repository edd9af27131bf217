import { participant } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Due voci diverse non hanno lo stesso codice o lo stesso nome',
  explanation:
    'Due partecipanti con lo stesso codice ISTAT sono lo stesso comune, e due termini del glossario con la stessa parola lasciano nel dubbio su quale definizione valga. Di solito una delle due voci è una copia da togliere, o da correggere.',
  valid: {
    'glossary/fila.yaml': 'term: fila\ndefinition: Chi aspetta, in ordine di arrivo.\n',
    'glossary/turno.yaml': 'term: turno\ndefinition: A chi tocca.\n',
  },
  invalid: {
    'glossary/coda.yaml': 'term: fila\ndefinition: Chi aspetta.\n',
    'glossary/fila.yaml': 'term: Fila\ndefinition: Chi aspetta, in ordine di arrivo.\n',
    'participants/borgofinto.yaml': participant('Borgofinto').replace('028902', '028901'),
  },
  says: [
    'glossary/fila.yaml:1:7 Il termine «Fila» è già di «glossary/coda.yaml». → Unire le due voci, o correggere quella sbagliata.',
    'participants/roccafinta.yaml:5:8 Il codice ISTAT «028901» è già di «participants/borgofinto.yaml». → Unire le due voci, o correggere quella sbagliata.',
  ],
  check({ graph }, report) {
    const seen = new Map<string, string>();
    for (const entry of graph.entries) {
      const named = isOf(entry, 'participants')
        ? { what: 'Il codice ISTAT', value: entry.data.istat, field: 'istat' }
        : isOf(entry, 'glossary')
          ? { what: 'Il termine', value: entry.data.term, field: 'term' }
          : undefined;
      if (!named) continue;
      const key = `${named.field} ${named.value.toLowerCase()}`;
      const first = seen.get(key);
      if (first)
        report(entry, [named.field], {
          message: `${named.what} «${named.value}» è già di «${first}».`,
          fix: 'Unire le due voci, o correggere quella sbagliata.',
        });
      else seen.set(key, entry.file);
    }
  },
});
