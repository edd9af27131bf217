import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Nel testo non ci sono istruzioni di programma',
  explanation:
    'Una riga che comincia con «import» o «export» è un’istruzione di programma, e i contenuti non ne eseguono: i componenti si usano senza importarli. Se la parola fa parte di una frase, si comincia il paragrafo in un altro modo: «L’export dei dati».',
  valid: {
    'guides/attese.mdx': guide(
      '',
      '<Aside>\n\nChi ha il numero attende seduto.\n\n</Aside>\n\nL’export dei dati si fa ogni mese.',
    ),
  },
  invalid: {
    'guides/attese.mdx': guide(
      '',
      'import Aside from "./aside"\n\n<Aside>\n\nChi ha il numero attende seduto.\n\n</Aside>\n\nexport dei dati: si fa ogni mese.',
    ),
  },
  says: [
    'guides/attese.mdx:11:1 Nei contenuti non sono ammessi «import» ed «export». → I componenti si usano senza importarli; se è testo, non cominciare il paragrafo con quella parola.',
    'guides/attese.mdx:19:1 Nei contenuti non sono ammessi «import» ed «export». → I componenti si usano senza importarli; se è testo, non cominciare il paragrafo con quella parola.',
  ],
});
