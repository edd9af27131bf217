import { docx, pdf, tool } from '../examples.ts';
import { extensionOf } from '../inspect.ts';
import { defineRule, START } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Il contenuto di un file è quello che il nome promette',
  explanation:
    'Il tipo di un file si guarda dal contenuto, non dal nome: un documento rinominato in «.pdf» non si apre, e chi lo scarica perde tempo. Anche un file vuoto, rovinato o protetto da password non si pubblica.',
  valid: { 'tools/modulo/index.mdx': tool('modulo.pdf'), 'tools/modulo/modulo.pdf': pdf(true) },
  invalid: {
    'tools/modulo/index.mdx': tool('modulo.pdf', '  - path: vuoto.txt\n    label: Le istruzioni'),
    'tools/modulo/modulo.pdf': docx(false),
    'tools/modulo/vuoto.txt': '',
  },
  says: [
    'tools/modulo/modulo.pdf:1:1 Il file si chiama «.pdf», ma il suo contenuto è di tipo «.docx». → Dargli l’estensione giusta, o salvarlo di nuovo nel formato voluto.',
    'tools/modulo/vuoto.txt:1:1 Il file è vuoto. → Sostituirlo con quello giusto, o toglierlo.',
  ],
  check({ attachments }, report) {
    for (const attachment of attachments) {
      const { faults, actual } = attachment.inspection;
      const extension = extensionOf(attachment.file);
      if (faults.includes('empty'))
        report(attachment, START, { message: 'Il file è vuoto.', fix: 'Sostituirlo con quello giusto, o toglierlo.' });
      if (faults.includes('other-type'))
        report(attachment, START, {
          message: actual
            ? `Il file si chiama «${extension}», ma il suo contenuto è di tipo «.${actual}».`
            : `Il file si chiama «${extension}», ma il suo contenuto non è di quel tipo.`,
          fix: 'Dargli l’estensione giusta, o salvarlo di nuovo nel formato voluto.',
        });
      if (faults.includes('unreadable'))
        report(attachment, START, {
          message: 'Il file non si può leggere: è rovinato o protetto.',
          fix: 'Aprirlo con il suo programma e salvarlo di nuovo, senza password.',
        });
    }
  },
});
