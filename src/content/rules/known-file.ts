import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'In cima a una fonte stanno solo i suoi file',
  explanation:
    'Nella cartella principale dei contenuti stanno «network.yaml», «source.yaml» e le cartelle delle raccolte: con un nome sbagliato le impostazioni non varrebbero, e nessuno se ne accorgerebbe. Una voce va nella cartella della sua raccolta, per esempio «guides».',
  valid: { 'source.yaml': 'label: Fonte di prova\n', 'guides/attese.mdx': guide() },
  invalid: { 'source.yml': 'label: Fonte di prova\n', 'attese.mdx': guide() },
  says: [
    'attese.mdx:1:1 «attese.mdx» non è un file che una fonte può avere qui. → Qui stanno «source.yaml», «network.yaml» e le cartelle delle raccolte.',
    'source.yml:1:1 «source.yml» non è un file che una fonte può avere qui. → Forse intendevi «source.yaml»?',
  ],
});
