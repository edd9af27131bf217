import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Nel testo non ci sono calcoli tra parentesi graffe',
  explanation:
    'Ciò che sta tra parentesi graffe sarebbe un calcolo da eseguire, e i contenuti non ne eseguono: si scrive il valore per esteso. Se la graffa fa parte del testo la precede una barra rovesciata, «\\{»; è ammessa solo una nota per chi scrive, {/* così */}, che nella pagina non si vede.',
  valid: {
    'guides/attese.mdx': guide('', 'Il modello comincia con «Gentile \\{nome\\}». {/* Da rivedere a ottobre. */}'),
  },
  invalid: {
    'guides/attese.mdx': guide(
      '',
      'Il modello comincia con «Gentile {nome}».\n\n<Aside title={titolo}>\n\nChi ha il numero attende seduto.\n\n</Aside>',
    ),
  },
  says: [
    'guides/attese.mdx:11:34 Le espressioni tra graffe non sono ammesse. → Scrivere il valore per esteso; se la graffa è testo, scrivere «\\{».',
    'guides/attese.mdx:13:8 Le espressioni tra graffe non sono ammesse. → Scrivere il valore per esteso; se la graffa è testo, scrivere «\\{».',
  ],
});
