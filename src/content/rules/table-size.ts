import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

const row = (cell: string, columns: number) => `|${cell.repeat(columns)}`;
const table = (columns: number) => [row(' a |', columns), row(' --- |', columns), row(' 1 |', columns)].join('\n');

export const rule = defineRule({
  severity: 'error',
  title: 'Una tabella ha un numero di colonne che si possa leggere',
  explanation:
    'Una tabella con decine di colonne non si legge su nessuno schermo, e chi la ascolta si perde. Fino a 60 colonne si pubblica; meglio se sono meno di dieci. Quelle più grandi si offrono come foglio di calcolo da scaricare.',
  valid: { 'guides/attese.mdx': guide('', table(4)) },
  invalid: { 'guides/attese.mdx': guide('', table(61)) },
  says: [
    'guides/attese.mdx:12:1 La tabella ha più di 60 colonne. → Dividerla in più tabelle, o offrirla come foglio di calcolo da scaricare.',
  ],
});
