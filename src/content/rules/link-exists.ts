import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Ogni collegamento porta a una pagina che esiste',
  explanation:
    'Un collegamento scritto male, o a una voce che ha cambiato nome, lascia chi legge davanti a un errore. Si scrive il nome del file della voce, «turni.mdx», oppure l’indirizzo della pagina senza il nome del sito, «/guide/turni/».',
  valid: {
    'guides/attese.mdx': guide('', 'Si veda [la guida ai turni](turni.mdx), o [l’elenco delle guide](/guide/).'),
    'guides/turni.mdx': guide(),
  },
  invalid: {
    'guides/attese.mdx': guide('', 'Si veda [la guida ai turni](turno.mdx), o [quella ai reclami](/guide/reclami/).'),
    'guides/turni.mdx': guide(),
  },
  says: [
    'guides/attese.mdx:11:9 Il collegamento «turno.mdx» non porta a nessuna pagina. → Forse intendevi «turni.mdx»?',
    'guides/attese.mdx:11:43 Il collegamento «/guide/reclami/» non porta a nessuna pagina. → Controllare il percorso.',
  ],
});
