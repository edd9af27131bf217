import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

/** Lists with a rule of their own. */
const APART = ['attendees', 'absent'];

export const rule = defineRule({
  severity: 'error',
  title: 'In un elenco di voci ciascuna compare una volta sola',
  explanation:
    'Un tema, un autore o una voce collegata scritti due volte nello stesso elenco comparirebbero due volte nella pagina e nei conteggi: se ne tiene uno.',
  valid: { 'guides/attese.mdx': guide('authors: [roccafinta]') },
  invalid: { 'guides/attese.mdx': guide('authors: [roccafinta, roccafinta]') },
  says: ['guides/attese.mdx:9:23 «roccafinta» è già in questo elenco. → Tenerne uno solo.'],
  check({ graph }, report) {
    const seen = new Set<string>();
    for (const { from, to, path } of graph.edges) {
      const [field, at, ...rest] = path;
      if (typeof at !== 'number' || rest.length > 0 || APART.includes(String(field))) continue;
      const key = `${from.ref}\0${String(field)}\0${to.ref}`;
      if (seen.has(key))
        report(from, path, { message: `«${to.id}» è già in questo elenco.`, fix: 'Tenerne uno solo.' });
      seen.add(key);
    }
  },
});
