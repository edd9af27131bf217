import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Le voci di ogni raccolta sono file del tipo giusto',
  explanation:
    'Le raccolte con un testo da leggere, come guide e verbali, hanno file «.mdx»; quelle fatte di soli campi, come partecipanti e glossario, file «.yaml». Di solito basta correggere l’estensione nel nome del file.',
  valid: {
    'guides/attese.mdx': guide(),
    'glossary/turno.yaml': 'term: turno\ndefinition: Il posto di chi attende.\n',
  },
  invalid: {
    'guides/attese.md': guide(),
    'glossary/turno.yml': 'term: turno\ndefinition: Il posto di chi attende.\n',
  },
  says: [
    'glossary/turno.yml:1:1 Le voci di questa raccolta sono file «.yaml». → Dare al file l’estensione «.yaml», o metterlo nella cartella giusta.',
    'guides/attese.md:1:1 Le voci di questa raccolta sono file «.mdx». → Dare al file l’estensione «.mdx», o metterlo nella cartella giusta.',
  ],
});
