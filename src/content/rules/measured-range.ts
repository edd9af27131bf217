import { indicator, measurement } from '../examples.ts';
import type { Graph } from '../graph.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

type Unit = 'percent' | 'minutes' | 'count' | 'score' | 'euro';

const unitOf = (graph: Graph, indicator: string): Unit | undefined => {
  const found = graph.byRef.get(`indicators/${indicator}`);
  return found && isOf(found, 'indicators') ? found.data.unit : undefined;
};

/** Minutes and numbers of things are never below nothing; a percentage is of a whole. */
function outOfRange(unit: Unit | undefined, value: number): string | undefined {
  if (unit === 'percent' && (value < 0 || value > 100)) return 'Una percentuale sta tra 0 e 100';
  if ((unit === 'minutes' || unit === 'count') && value < 0) return 'Il valore non può essere negativo';
  return undefined;
}

export const rule = defineRule({
  severity: 'error',
  title: 'I valori stanno nei limiti della loro unità di misura',
  explanation:
    'Una percentuale sta tra 0 e 100; minuti e conteggi non sono mai negativi. Vale per i valori delle rilevazioni e per i risultati delle sperimentazioni, secondo l’unità di misura dell’indicatore.',
  valid: {
    'indicators/pratiche.yaml': indicator(),
    'measurements/pratiche-2025.yaml': measurement('value: 25'),
  },
  invalid: {
    'indicators/pratiche.yaml': indicator(),
    'measurements/pratiche-2025.yaml': measurement('value: 250'),
  },
  says: [
    'measurements/pratiche-2025.yaml:6:39 Una percentuale sta tra 0 e 100, e qui c’è 250. → Controllare il valore, o l’unità di misura dell’indicatore.',
  ],
  check({ graph }, report) {
    for (const entry of graph.entries) {
      const measured = isOf(entry, 'measurements')
        ? entry.data.values.map(({ value }, index) => ({
            indicator: entry.data.indicator,
            value,
            path: ['values', index, 'value'],
          }))
        : isOf(entry, 'trials')
          ? (entry.data.results ?? []).flatMap(({ indicator, before, after }, index) => [
              { indicator, value: before, path: ['results', index, 'before'] },
              { indicator, value: after, path: ['results', index, 'after'] },
            ])
          : [];
      for (const { indicator: id, value, path } of measured) {
        const fault = value === undefined ? undefined : outOfRange(unitOf(graph, id), value);
        if (fault)
          report(entry, path, {
            message: `${fault}, e qui c’è ${value}.`,
            fix: 'Controllare il valore, o l’unità di misura dell’indicatore.',
          });
      }
    }
  },
});
