import { indicator, measurement } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Ogni valore di una rilevazione è un valore, o numeratore e denominatore',
  explanation:
    'Per ogni partecipante si scrive il valore («value»), oppure numeratore e denominatore insieme: da questi il sito calcola il valore e li conserva. Tutti e tre insieme no, perché potrebbero contraddirsi; uno solo dei due non dice nulla.',
  valid: {
    'indicators/pratiche.yaml': indicator(),
    'measurements/pratiche-2025.yaml': measurement('numerator: 30, denominator: 120'),
  },
  invalid: {
    'indicators/pratiche.yaml': indicator(),
    'measurements/pratiche-2025.yaml': measurement('numerator: 30'),
    'measurements/pratiche-2026.yaml': measurement('value: 25, numerator: 30, denominator: 120', 2026),
  },
  says: [
    'measurements/pratiche-2025.yaml:6:5 Il valore di «roccafinta» non c’è. → Scrivere «value», oppure «numerator» e «denominator» insieme.',
    'measurements/pratiche-2026.yaml:6:39 Il valore di «roccafinta» è scritto due volte. → Togliere «value»: si calcola da numeratore e denominatore.',
  ],
  check({ graph }, report) {
    for (const entry of graph.entries) {
      if (!isOf(entry, 'measurements')) continue;
      for (const [index, { participant, value, numerator, denominator }] of entry.data.values.entries()) {
        const fraction = numerator !== undefined && denominator !== undefined;
        if (value === undefined && !fraction)
          report(entry, ['values', index], {
            message: `Il valore di «${participant}» non c’è.`,
            fix: 'Scrivere «value», oppure «numerator» e «denominator» insieme.',
          });
        if (value !== undefined && (numerator !== undefined || denominator !== undefined))
          report(entry, ['values', index, 'value'], {
            message: `Il valore di «${participant}» è scritto due volte.`,
            fix: 'Togliere «value»: si calcola da numeratore e denominatore.',
          });
      }
    }
  },
});
