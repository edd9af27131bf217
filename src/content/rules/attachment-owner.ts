import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Un file si cita solo dalla voce a cui appartiene',
  explanation:
    'I file nella cartella di una voce si pubblicano con lei, e li legge chi può leggere lei. Da un’altra voce si collega la voce, non il file; se il file serve davvero anche lì, se ne mette una copia accanto.',
  valid: {
    'guides/attese.mdx': guide('', 'Si veda [la guida ai turni](turni/index.mdx).'),
    'guides/turni/index.mdx': guide('', 'Si compila [il foglio dei turni](foglio.txt).'),
    'guides/turni/foglio.txt': 'Turni\n',
  },
  invalid: {
    'guides/attese.mdx': guide('', 'Si compila [il foglio dei turni](turni/foglio.txt).'),
    'guides/turni/index.mdx': guide('', 'Si compila [il foglio dei turni](foglio.txt).'),
    'guides/turni/foglio.txt': 'Turni\n',
  },
  says: [
    'guides/attese.mdx:11:12 Il file «turni/foglio.txt» appartiene a «guides/turni». → Collegare quella voce, oppure mettere una copia del file accanto a questa.',
  ],
});
