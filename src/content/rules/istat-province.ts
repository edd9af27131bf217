import { fitsProvince, provinceOf, provinces } from '#model';
import { participant } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Il codice ISTAT è della provincia indicata',
  explanation:
    'Le prime tre cifre del codice ISTAT di un comune sono quelle della sua provincia: 028 per Padova, 034 per Parma. Se non corrispondono è sbagliata la sigla o il codice. Le altre tre cifre non si controllano: i comuni nuovi devono poter entrare nella rete il giorno stesso.',
  valid: { 'participants/borgofinto.yaml': participant('Borgofinto') },
  invalid: { 'participants/borgofinto.yaml': participant('Borgofinto').replace('"028902"', '"034901"') },
  says: [
    'participants/borgofinto.yaml:5:8 «034901» non è un codice della provincia «PD»: comincia come quelli di «PR». → Controllare il codice e la sigla.',
  ],
  check({ graph }, report) {
    for (const entry of graph.entries) {
      if (!isOf(entry, 'participants')) continue;
      const { istat, province } = entry.data;
      if (!provinces.includes(province) || fitsProvince(istat, province)) continue;
      const other = provinceOf(istat);
      report(entry, ['istat'], {
        message: `«${istat}» non è un codice della provincia «${province}»${other ? `: comincia come quelli di «${other}»` : ''}.`,
        fix: 'Controllare il codice e la sigla.',
      });
    }
  },
});
