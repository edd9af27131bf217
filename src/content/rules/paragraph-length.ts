import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

/** About eight lines on a desk's screen, a whole screen on a phone. */
const LONGEST = 120;
const sentence = 'Allo sportello si aspetta il proprio turno con calma. ';

export const rule = defineRule({
  severity: 'warning',
  title: 'I paragrafi si leggono in un colpo d’occhio',
  explanation: `Un paragrafo di più di ${LONGEST} parole sul telefono riempie lo schermo, e chi cerca una risposta lo salta. Si divide in due, oppure diventa un elenco.`,
  valid: { 'guides/attese.mdx': guide('', sentence.repeat(10).trim()) },
  invalid: { 'guides/attese.mdx': guide('', sentence.repeat(15).trim()) },
  says: [
    'guides/attese.mdx:11:1 Il paragrafo è di 135 parole: è lungo da leggere. → Dividerlo, o farne un elenco: al massimo 120 parole.',
  ],
  check({ graph }, report) {
    for (const entry of graph.entries)
      for (const { words, ...place } of entry.body?.prose.paragraphs ?? [])
        if (words > LONGEST)
          report(entry, place, {
            message: `Il paragrafo è di ${words} parole: è lungo da leggere.`,
            fix: `Dividerlo, o farne un elenco: al massimo ${LONGEST} parole.`,
          });
  },
});
