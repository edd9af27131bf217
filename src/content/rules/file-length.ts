import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Un testo non è più lungo di quanto si possa leggere',
  explanation:
    'Una voce di centomila caratteri, più di quindicimila parole, nessuno la legge in una pagina: si divide in più guide, oppure diventa un manuale con i suoi capitoli. Per i file di soli campi il limite è di 500 kB.',
  valid: { 'guides/attese.mdx': guide() },
  invalid: { 'guides/attese.mdx': () => new TextEncoder().encode(guide('', 'Si aspetta. '.repeat(10_000))) },
  says: [
    'guides/attese.mdx:1:1 Il file è di 121 kB, e al massimo può essere di 100 kB. → Dividerlo in più voci, o in capitoli di un manuale.',
  ],
});
