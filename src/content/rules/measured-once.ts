import { indicator, measurement } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Un indicatore si rileva una volta per periodo, e ogni partecipante una volta sola',
  explanation:
    'Una rilevazione è un indicatore in un periodo: due file per lo stesso indicatore e lo stesso periodo vanno uniti. In una rilevazione ogni partecipante ha un valore solo.',
  valid: {
    'indicators/pratiche.yaml': indicator(),
    'measurements/pratiche-2025.yaml': measurement('value: 25'),
    'measurements/pratiche-2026.yaml': measurement('value: 28', 2026),
  },
  invalid: {
    'indicators/pratiche.yaml': indicator(),
    'measurements/pratiche-2025.yaml': `${measurement('value: 25')}  - { participant: roccafinta, value: 28 }\n`,
    'measurements/pratiche-bis.yaml': measurement('value: 25'),
  },
  says: [
    'measurements/pratiche-2025.yaml:7:20 «roccafinta» ha già un valore in questa rilevazione. → Lasciare il valore giusto.',
    'measurements/pratiche-bis.yaml:2:9 L’indicatore «pratiche» è già rilevato per 2025 in «measurements/pratiche-2025.yaml». → Unire i due file.',
  ],
  check({ graph }, report) {
    const seen = new Map<string, string>();
    for (const entry of graph.entries) {
      if (!isOf(entry, 'measurements')) continue;
      const { indicator: id, period, values } = entry.data;
      const first = seen.get(`${id} ${period}`);
      if (first)
        report(entry, ['period'], {
          message: `L’indicatore «${id}» è già rilevato per ${period} in «${first}».`,
          fix: 'Unire i due file.',
        });
      else seen.set(`${id} ${period}`, entry.file);
      const who = new Set<string>();
      for (const [index, { participant }] of values.entries()) {
        if (who.has(participant))
          report(entry, ['values', index, 'participant'], {
            message: `«${participant}» ha già un valore in questa rilevazione.`,
            fix: 'Lasciare il valore giusto.',
          });
        who.add(participant);
      }
    }
  },
});
