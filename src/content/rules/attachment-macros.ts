import { docx, tool } from '../examples.ts';
import { defineRule, START } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'I file non contengono programmi',
  explanation:
    'Una macro, o uno script in un PDF, è un programma dentro un documento: chi lo apre lo esegue, spesso senza saperlo, e molti comuni lo bloccano. Vale anche per i programmi dentro un archivio. I fogli della rete si usano con le sole formule.',
  valid: { 'tools/modulo/index.mdx': tool('modulo.docx'), 'tools/modulo/modulo.docx': docx(false) },
  invalid: { 'tools/modulo/index.mdx': tool('modulo.docx'), 'tools/modulo/modulo.docx': docx(true) },
  says: [
    'tools/modulo/modulo.docx:1:1 Il file contiene programmi: macro, script o eseguibili. → Salvarlo di nuovo senza, o toglierli dall’archivio.',
  ],
  check({ attachments }, report) {
    for (const attachment of attachments)
      if (attachment.inspection.faults.includes('programs'))
        report(attachment, START, {
          message: 'Il file contiene programmi: macro, script o eseguibili.',
          fix: 'Salvarlo di nuovo senza, o toglierli dall’archivio.',
        });
  },
});
