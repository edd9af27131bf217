import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

/** Words that say that there is a link, and not where it leads (WCAG 2.2, 2.4.4). */
const EMPTY = new Set([
  ...['qui', 'qua', 'clicca', 'clicca qui', 'cliccare qui', 'cliccando qui', 'fai clic qui', 'fare clic qui'],
  ...[
    'link',
    'al link',
    'questo link',
    'a questo link',
    'collegamento',
    'pagina',
    'questa pagina',
    'sito',
    'questo sito',
  ],
  ...['leggi', 'leggi qui', 'leggi tutto', 'leggi di più', 'continua', 'continua a leggere', 'approfondisci', 'altro'],
  ...[
    'vai',
    'vai al sito',
    'scarica',
    'scarica qui',
    'download',
    'file',
    'documento',
    'più',
    'di più',
    'vedi',
    'vedi qui',
  ],
]);

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const rule = defineRule({
  severity: 'warning',
  title: 'Il testo di un collegamento dice dove porta',
  explanation:
    'Chi usa un lettore di schermo scorre i collegamenti fuori dal loro testo: «qui» ripetuto cinque volte non dice nulla. Si fa diventare collegamento il nome di ciò a cui porta: non «per il modulo clicca qui», ma «il modulo di reclamo».',
  valid: { 'guides/attese.mdx': guide('', 'Si usa [il modulo di reclamo](https://example.org/modulo).') },
  invalid: {
    'guides/attese.mdx': guide(
      '',
      'Per il modulo [clicca qui](https://example.org/modulo).\n\nSi veda [https://example.org/elenco-dei-moduli](https://example.org/elenco-dei-moduli).',
    ),
  },
  says: [
    'guides/attese.mdx:11:15 Il collegamento «clicca qui» non dice dove porta. → Usare il nome di ciò a cui porta.',
    'guides/attese.mdx:13:9 Al posto del nome di ciò a cui porta, il collegamento mostra l’indirizzo. → Scrivere tra parentesi quadre il nome della pagina o del documento.',
  ],
  check({ graph }, report) {
    for (const entry of graph.entries) {
      for (const { text, href, ...place } of entry.body?.prose.links ?? []) {
        if (EMPTY.has(plain(text)) || text === '')
          report(entry, place, {
            message: text === '' ? 'Il collegamento non ha testo.' : `Il collegamento «${text}» non dice dove porta.`,
            fix: 'Usare il nome di ciò a cui porta.',
          });
        else if (/^https?:\/\//i.test(text))
          report(entry, place, {
            message: 'Al posto del nome di ciò a cui porta, il collegamento mostra l’indirizzo.',
            fix: 'Scrivere tra parentesi quadre il nome della pagina o del documento.',
          });
      }
    }
  },
});
