import { pdf, tool } from '../examples.ts';
import { defineRule, START } from '../rule.ts';

export const rule = defineRule({
  severity: 'warning',
  title: 'Ogni file accanto a una voce è usato',
  explanation:
    'Si pubblicano solo i file che una voce offre o mostra. Uno che nessuna voce cita resta nell’archivio e nessuno lo vede: di solito è una versione vecchia, o un collegamento dimenticato.',
  valid: { 'tools/modulo/index.mdx': tool('modulo.pdf'), 'tools/modulo/modulo.pdf': pdf(true) },
  invalid: {
    'tools/modulo/index.mdx': tool('modulo.pdf'),
    'tools/modulo/modulo.pdf': pdf(true),
    'tools/modulo/modulo-vecchio.pdf': pdf(true),
  },
  says: [
    'tools/modulo/modulo-vecchio.pdf:1:1 Nessuna voce usa questo file: non si pubblica. → Citarlo con <FileDownload> o tra i file dello strumento, oppure toglierlo.',
  ],
  check({ attachments, broken }, report) {
    for (const attachment of attachments) {
      // While its entry cannot be read, nobody knows whether it cites the file.
      const folder = attachment.file.split('/').slice(0, -1).join('/');
      const unknown = [...broken].some((ref) => ref === folder || ref.startsWith(`${folder}/`));
      if (!attachment.cited && !unknown)
        report(attachment, START, {
          message: 'Nessuna voce usa questo file: non si pubblica.',
          fix: 'Citarlo con <FileDownload> o tra i file dello strumento, oppure toglierlo.',
        });
    }
  },
});
