import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Un componente ha ciascun attributo una volta sola',
  explanation:
    'Se lo stesso attributo è scritto due volte con valori diversi non si sa quale valga: di solito è rimasto quello del testo da cui si è copiato.',
  valid: { 'guides/attese.mdx': guide('', '<Aside title="Prima">\n\nDieci minuti bastano.\n\n</Aside>') },
  invalid: {
    'guides/attese.mdx': guide('', '<Aside title="Prima" title="Dopo">\n\nDieci minuti bastano.\n\n</Aside>'),
  },
  says: ['guides/attese.mdx:11:8 L’attributo «title» è scritto due volte. → Tenerne uno solo.'],
});
