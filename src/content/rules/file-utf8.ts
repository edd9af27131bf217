import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

const text = guide().replace('Una guida', 'Quanto si attende in città');

export const rule = defineRule({
  severity: 'error',
  title: 'I file di testo sono in UTF-8',
  explanation:
    'UTF-8 è il modo di registrare le lettere che tutti i computer leggono allo stesso modo, accenti compresi; alcuni vecchi programmi ne usano un altro. Si apre il file e lo si salva di nuovo, scegliendo «UTF-8» come codifica.',
  valid: { 'guides/attese.mdx': text },
  invalid: { 'guides/attese.mdx': Uint8Array.from(text, (letter) => letter.charCodeAt(0)) },
  says: [
    'guides/attese.mdx:2:33 Il file non è in UTF-8: da questo punto i caratteri non si leggono. → Salvarlo di nuovo scegliendo la codifica UTF-8.',
  ],
});
