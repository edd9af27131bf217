import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Ogni campo ha un valore della forma giusta',
  explanation:
    'Date, scelte e indirizzi servono al sito per ordinare, filtrare e collegare le voci: scritti in un altro modo non si possono usare. Il messaggio dice quale forma serve; le pagine di aiuto elencano i campi con i loro valori.',
  valid: { 'guides/attese.mdx': guide().replace('Una guida', '"2026"') },
  invalid: {
    'guides/attese.mdx': guide()
      .replace('Una guida', '2026')
      .replace('access: public', 'access: pubblico')
      .replace('updated: 2026-01-10', 'updated: 2026-02-31'),
  },
  says: [
    'guides/attese.mdx:2:8 Ci si aspetta un testo, e qui c’è un numero. → Scriverlo tra virgolette.',
    'guides/attese.mdx:4:9 «pubblico» non è tra i valori ammessi: «public», «participants». → Forse intendevi «public»?',
    'guides/attese.mdx:6:10 La data non è valida. → Scriverla come 2012-05-04; se il giorno non è noto, 2012-05 o 2012.',
  ],
});
