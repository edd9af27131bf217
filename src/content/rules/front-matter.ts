import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Ogni file comincia con i suoi campi',
  explanation:
    'Titolo, date e gli altri campi stanno in cima al file, tra due righe di tre trattini («---»); un file «.yaml» contiene solo campi, nella forma «nome: valore». Senza, il sito non sa che cosa pubblica né chi può leggerlo.',
  valid: { 'guides/attese.mdx': guide() },
  invalid: {
    'guides/attese.mdx': 'Allo sportello si attende seduti.\n',
    'guides/turni.mdx': '---\ntitle: I turni\n\nIl turno si dà all’ingresso.\n',
    'glossary/turno.yaml': 'Il posto di chi attende.\n',
  },
  says: [
    'glossary/turno.yaml:1:1 Ci si aspetta un elenco di campi nella forma «nome: valore».',
    'guides/attese.mdx:1:1 Il file non comincia con i campi della voce. → La prima riga deve essere «---», seguita dai campi e da un’altra riga «---».',
    'guides/turni.mdx:1:1 I campi iniziali non si chiudono. → Aggiungere una riga «---» dopo l’ultimo campo.',
  ],
});
