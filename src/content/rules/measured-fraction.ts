import { indicator, measurement } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Il denominatore è maggiore di zero e contiene il numeratore',
  explanation:
    'Per zero non si divide. E quando l’indicatore è una percentuale il numeratore è una parte del denominatore: non può essere più grande né negativo.',
  valid: {
    'indicators/pratiche.yaml': indicator(),
    'measurements/pratiche-2025.yaml': measurement('numerator: 30, denominator: 120'),
  },
  invalid: {
    'indicators/pratiche.yaml': indicator(),
    'measurements/pratiche-2025.yaml': measurement('numerator: 30, denominator: 0'),
    'measurements/pratiche-2026.yaml': measurement('numerator: 130, denominator: 120', 2026),
  },
  says: [
    'measurements/pratiche-2025.yaml:6:60 Il denominatore deve essere maggiore di zero, e qui c’è 0. → Correggerlo, o togliere il valore se non si è potuto misurare.',
    'measurements/pratiche-2026.yaml:6:43 Il numeratore (130) non sta nel denominatore (120). → Controllare i due numeri: l’indicatore è una percentuale.',
  ],
  check({ graph }, report) {
    for (const entry of graph.entries) {
      if (!isOf(entry, 'measurements')) continue;
      const measured = graph.byRef.get(`indicators/${entry.data.indicator}`);
      const percent = measured !== undefined && isOf(measured, 'indicators') && measured.data.unit === 'percent';
      for (const [index, { numerator, denominator }] of entry.data.values.entries()) {
        if (denominator === undefined) continue;
        if (denominator <= 0)
          report(entry, ['values', index, 'denominator'], {
            message: `Il denominatore deve essere maggiore di zero, e qui c’è ${denominator}.`,
            fix: 'Correggerlo, o togliere il valore se non si è potuto misurare.',
          });
        else if (percent && numerator !== undefined && (numerator < 0 || numerator > denominator))
          report(entry, ['values', index, 'numerator'], {
            message: `Il numeratore (${numerator}) non sta nel denominatore (${denominator}).`,
            fix: 'Controllare i due numeri: l’indicatore è una percentuale.',
          });
      }
    }
  },
});
