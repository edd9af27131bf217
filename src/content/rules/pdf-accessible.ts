import { posix } from 'node:path';
import { pdf, tool } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule, START } from '../rule.ts';

export const rule = defineRule({
  severity: 'warning',
  title: 'Un PDF ha i tag e un titolo',
  explanation:
    'Senza tag chi ascolta un PDF sente un testo senza ordine, e senza titolo sente il nome del file (EN 301 549, capitolo 10; PDF/UA). I programmi d’ufficio li mettono all’esportazione, se si sceglie «PDF con tag» e si compila il titolo nelle proprietà. Se un PDF è indicato come non accessibile e ha un’alternativa, non si segnala.',
  valid: { 'tools/modulo/index.mdx': tool('modulo.pdf'), 'tools/modulo/modulo.pdf': pdf(true) },
  invalid: { 'tools/modulo/index.mdx': tool('modulo.pdf'), 'tools/modulo/modulo.pdf': pdf(false) },
  says: [
    'tools/modulo/modulo.pdf:1:1 Il PDF non ha tag, né un titolo. → Esportarlo di nuovo come «PDF con tag», con il titolo nelle proprietà del documento.',
  ],
  check({ graph, attachments }, report) {
    const declared = new Set(
      graph.entries.flatMap((entry) =>
        isOf(entry, 'tools')
          ? (entry.data.files ?? [])
              .filter(({ accessible, alternative }) => accessible === false && alternative)
              .map(({ path }) => `${entry.source.name}/${posix.join(posix.dirname(entry.file), path)}`)
          : [],
      ),
    );
    for (const attachment of attachments) {
      const { faults } = attachment.inspection;
      const [tags, title] = [!faults.includes('untagged'), !faults.includes('untitled')];
      if ((tags && title) || declared.has(`${attachment.source.name}/${attachment.file}`)) continue;
      report(attachment, START, {
        message: tags ? 'Il PDF non ha un titolo.' : title ? 'Il PDF non ha tag.' : 'Il PDF non ha tag, né un titolo.',
        fix: 'Esportarlo di nuovo come «PDF con tag», con il titolo nelle proprietà del documento.',
      });
    }
  },
});
