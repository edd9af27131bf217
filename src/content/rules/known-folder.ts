import { guide, svg } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Ogni cartella è quella di una raccolta',
  explanation:
    'Le cartelle hanno i nomi delle raccolte, in inglese: «guides», «minutes», «participants» e così via. Di una cartella con un altro nome non si pubblica nulla: si corregge il nome, oppure si spostano i file accanto alle voci che li usano.',
  valid: { 'guides/attese.mdx': guide('', '![La fila](fila.svg)'), 'guides/fila.svg': svg() },
  invalid: { 'guide/attese.mdx': guide(), 'immagini/fila.svg': svg() },
  says: [
    'guide:1:1 La cartella «guide» non è una raccolta. → Forse intendevi «guides»?',
    'immagini:1:1 La cartella «immagini» non è una raccolta. → Ogni file sta nella cartella di una raccolta, accanto alla voce che lo usa.',
  ],
});
