import { checkMessages } from '#i18n';
import { problem } from '#mdx';
import { wholeOf } from '../graph.ts';
import type { Rule } from '../rules.ts';

/** A chapter stands one folder deep, in a folder whose `index.mdx` is the manual. */
export const rule: Rule = {
  id: 'part-of-whole',
  check({ graph, broken }, report) {
    for (const entry of graph.entries.filter(({ part }) => part)) {
      const [folder = '', ...rest] = entry.id.split('/');
      const at = { line: 1, column: 1 };
      if (rest.length > 1) report(entry, problem('part-of-whole', at, checkMessages.tooDeep()));
      else if (wholeOf(graph, entry) === entry && !broken.has(`${entry.collection}/${folder}`)) {
        report(entry, problem('part-of-whole', at, checkMessages.partWithoutWhole(`${folder}/index.mdx`)));
      }
    }
  },
};
