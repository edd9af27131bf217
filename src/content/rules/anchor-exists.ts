import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Un collegamento a un punto della pagina trova quel punto',
  explanation:
    'La parte di un indirizzo dopo «#» porta a un titolo, a una decisione o a un termine del glossario: se il titolo cambia, chi segue il collegamento arriva in cima alla pagina e deve cercare da sé. Il punto ha il nome del titolo in minuscolo, senza accenti e con trattini al posto degli spazi: «Perché è così» diventa «#perche-e-cosi».',
  valid: {
    'guides/attese.mdx': guide('', 'Si veda [come si danno i turni](turni.mdx#dare-il-turno).'),
    'guides/turni.mdx': guide('', '## Dare il turno\n\nIl turno si dà all’ingresso.'),
  },
  invalid: {
    'guides/attese.mdx': guide(
      '',
      '## Prima dell’apertura\n\nSi veda [come si danno i turni](turni.mdx#dare-i-turni) e [che cosa si fa dopo](#dopo-la-chiusura).',
    ),
    'guides/turni.mdx': guide('', '## Dare il turno\n\nIl turno si dà all’ingresso.'),
  },
  says: [
    'guides/attese.mdx:13:9 Nella pagina non c’è il punto «#dare-i-turni». → Forse intendevi «#dare-il-turno»?',
    'guides/attese.mdx:13:59 Nella pagina non c’è il punto «#dopo-la-chiusura». → Controllare il titolo a cui il collegamento deve portare.',
  ],
});
