import { pdf, tool } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Un file non accessibile ha un’alternativa',
  explanation:
    'La legge vuole che chi usa tecnologie assistive abbia lo stesso contenuto (EN 301 549, capitolo 10). Se un file non è accessibile («accessible: false») si indica accanto, in «alternative», un altro file che lo è: lo stesso modulo in OpenDocument, o un testo.',
  valid: {
    'tools/modulo/index.mdx': tool('modulo.pdf', '    accessible: false\n    alternative: modulo.txt'),
    'tools/modulo/modulo.pdf': pdf(true),
    'tools/modulo/modulo.txt': 'Il modulo, in testo.\n',
  },
  invalid: {
    'tools/modulo/index.mdx': tool('modulo.pdf', '    accessible: false'),
    'tools/modulo/modulo.pdf': pdf(true),
  },
  says: [
    'tools/modulo/index.mdx:13:17 «modulo.pdf» non è accessibile e non ha un’alternativa. → Aggiungere «alternative» con un file accessibile che abbia lo stesso contenuto.',
  ],
  check({ graph }, report) {
    for (const entry of graph.entries) {
      if (!isOf(entry, 'tools')) continue;
      for (const [index, { path, accessible, alternative }] of (entry.data.files ?? []).entries())
        if (accessible === false && (!alternative || alternative === path))
          report(entry, ['files', index, 'accessible'], {
            message: `«${path}» non è accessibile e non ha un’alternativa.`,
            fix: 'Aggiungere «alternative» con un file accessibile che abbia lo stesso contenuto.',
          });
    }
  },
});
