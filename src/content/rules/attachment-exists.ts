import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Ogni file citato c’è',
  explanation:
    'Il percorso di un file parte dalla cartella della voce che lo cita: «modulo.txt» se le sta accanto, «moduli/modulo.txt» se è in una cartella lì dentro. Da quella cartella non si esce: un file che sta altrove si mette accanto alla voce.',
  valid: {
    'guides/attese.mdx': guide('', 'Si compila [il modulo di reclamo](reclamo.txt).'),
    'guides/reclamo.txt': 'Reclamo\n',
  },
  invalid: {
    'guides/attese.mdx': guide(
      '',
      'Si compila [il modulo di reclamo](reclami.txt).\n\n<FileDownload path="../moduli/sospensione.txt" label="Modulo di sospensione" />',
    ),
    'guides/turni.mdx': guide('', 'Si compila [il modulo di reclamo](reclamo.txt).'),
    'guides/reclamo.txt': 'Reclamo\n',
  },
  says: [
    'guides/attese.mdx:11:12 Il file «reclami.txt» non c’è. → Forse intendevi «reclamo.txt»?',
    'guides/attese.mdx:13:1 «../moduli/sospensione.txt» esce dalla cartella della voce. → Mettere il file accanto alla voce che lo usa.',
  ],
});
