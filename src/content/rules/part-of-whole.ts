import { checkMessages } from '#i18n';
import { guide, mdx } from '../examples.ts';
import { wholeOf } from '../graph.ts';
import { defineRule, START } from '../rule.ts';

const chapter = mdx('title: Un capitolo\norder: 1');

export const rule = defineRule({
  severity: 'error',
  title: 'Ogni capitolo sta nella cartella del suo manuale',
  explanation:
    'Un manuale è una cartella: «index.mdx» ne ha i dati, gli altri file sono i capitoli. Un capitolo prende dal manuale temi, date e chi può leggerlo: senza «index.mdx» non si pubblica, e non può stare in una cartella più profonda.',
  valid: { 'manuals/accogliere/index.mdx': guide('version: "1.0"'), 'manuals/accogliere/01-prima.mdx': chapter },
  invalid: { 'manuals/accogliere/01-prima.mdx': chapter },
  says: [
    'manuals/accogliere/01-prima.mdx:1:1 La cartella non ha «accogliere/index.mdx»: un capitolo da solo non si pubblica. → Creare «accogliere/index.mdx» con i dati del manuale.',
  ],
  check({ graph, broken }, report) {
    for (const entry of graph.entries.filter(({ part }) => part)) {
      const [folder = '', ...rest] = entry.id.split('/');
      if (rest.length > 1) report(entry, START, checkMessages.tooDeep());
      else if (wholeOf(graph, entry) === entry && !broken.has(`${entry.collection}/${folder}`))
        report(entry, START, checkMessages.partWithoutWhole(`${folder}/index.mdx`));
    }
  },
});
