import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Ogni componente e ogni parentesi graffa si chiude',
  explanation:
    'I segni «<» e «{» aprono qualcosa, e se non si chiude il resto della pagina non si può leggere. Ogni <Nome> ha il suo </Nome>; un «<» o una «{» che fanno parte del testo si scrivono «\\<» e «\\{».',
  valid: {
    'guides/attese.mdx': guide(
      '',
      'Di solito si attende \\<5 minuti.\n\n<Aside>\n\nChi ha il numero attende seduto.\n\n</Aside>',
    ),
  },
  invalid: {
    'guides/attese.mdx': guide('', 'Di solito si attende <5 minuti.'),
    'guides/banco.mdx': guide('', '<Aside>\n\nChi ha il numero attende seduto.'),
    'guides/turni.mdx': guide('', 'Il modello comincia con «Gentile {nome».'),
  },
  says: [
    'guides/attese.mdx:11:22 Dopo «<» qui non c’è un componente che si possa leggere. → Se «<» è testo, scrivere «\\<»; se è un collegamento, [parole](indirizzo); gli attributi vanno tra virgolette diritte.',
    'guides/banco.mdx:11:1 Un componente non è chiuso, o è chiuso da un’etichetta diversa. → Controllare che a ogni <Nome> corrisponda </Nome>; intorno a più paragrafi stanno ciascuno su una riga propria.',
    'guides/turni.mdx:11:34 Una parentesi graffa «{» non si chiude. → Se è testo, scrivere «\\{».',
  ],
});
