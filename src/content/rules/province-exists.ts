import { provinces } from '#model';
import { participant } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'La sigla della provincia esiste',
  explanation:
    'La provincia si indica con le due lettere delle targhe: «PD», «VE», «RM». Le sigle riconosciute sono quelle delle province italiane, comprese quelle sarde di ieri e di oggi.',
  valid: { 'participants/borgofinto.yaml': participant('Borgofinto') },
  invalid: { 'participants/borgofinto.yaml': participant('Borgofinto').replace('province: PD', 'province: PX') },
  says: [
    'participants/borgofinto.yaml:3:11 «PX» non è la sigla di una provincia. → Usare le due lettere delle targhe, per esempio «PD».',
  ],
  check({ graph }, report) {
    for (const entry of graph.entries) {
      if (!isOf(entry, 'participants') || provinces.includes(entry.data.province)) continue;
      report(entry, ['province'], {
        message: `«${entry.data.province}» non è la sigla di una provincia.`,
        fix: 'Usare le due lettere delle targhe, per esempio «PD».',
      });
    }
  },
});
