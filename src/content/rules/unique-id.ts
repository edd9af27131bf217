import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Ogni voce ha un identificativo suo',
  explanation:
    'L’identificativo di una voce è il nome del suo file: se due voci di una raccolta avessero lo stesso, anche in fonti diverse o con altre maiuscole, chi le cita non saprebbe quale trova. Una voce è un file, «attese.mdx», oppure una cartella con un file «index.mdx»: non tutti e due.',
  valid: { 'guides/attese/index.mdx': guide(), 'guides/turni.mdx': guide() },
  invalid: { 'guides/attese.mdx': guide(), 'guides/attese/index.mdx': guide() },
  says: [
    'guides/attese.mdx:1:1 La stessa voce è già in «guides/attese/index.mdx». → Dare a una delle due un altro identificativo, cioè un altro nome di file.',
  ],
});
