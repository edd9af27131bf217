import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Tra i contenuti ci sono solo file veri',
  explanation:
    'Un collegamento simbolico è un rimando a un file che sta altrove sul computer: può portare nel sito ciò che non si voleva pubblicare, e su un altro computer non funziona. Al suo posto si mette una copia del file.',
  valid: { 'guides/attese.mdx': guide() },
  invalid: { 'guides/attese.mdx': { linkTo: '/etc/hostname' } },
  says: [
    'guides/attese.mdx:1:1 Un collegamento simbolico non è ammesso tra i contenuti. → Mettere al suo posto il file vero.',
  ],
});
