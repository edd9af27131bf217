import { docx, tool } from '../examples.ts';
import { defineRule, START } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'I documenti non contengono macro',
  explanation:
    'Una macro è un programma dentro un documento: chi lo apre la esegue, spesso senza saperlo, e molti comuni la bloccano. I fogli della rete si usano con le sole formule.',
  valid: { 'tools/modulo/index.mdx': tool('modulo.docx'), 'tools/modulo/modulo.docx': docx(false) },
  invalid: { 'tools/modulo/index.mdx': tool('modulo.docx'), 'tools/modulo/modulo.docx': docx(true) },
  says: [
    'tools/modulo/modulo.docx:1:1 Il documento contiene macro. → Salvarlo senza macro, per esempio nel formato OpenDocument.',
  ],
  check({ attachments }, report) {
    for (const attachment of attachments)
      if (attachment.inspection.faults.includes('macros'))
        report(attachment, START, {
          message: 'Il documento contiene macro.',
          fix: 'Salvarlo senza macro, per esempio nel formato OpenDocument.',
        });
  },
});
