import { expect, it } from 'vitest';
import { compileEdition, type EditionEntry, loadContent } from '#content';
import { exampleBase, indicator, measurement } from '#content/examples';
import { measurementTable } from '../../src/site/measurements.ts';
import { temporaryFolder, writeFiles } from '../support/sources.ts';

it.each([
  ['percent', 'numerator: 30, denominator: 120', 25],
  ['minutes', 'numerator: 30, denominator: 120', 0.25],
  ['count', 'value: 7', 7],
] as const)('a value in %s from «%s» is %d', async (unit, value, expected) => {
  const { path, remove } = temporaryFolder();
  writeFiles(path, {
    ...exampleBase,
    'indicators/pratiche.yaml': indicator(unit),
    'measurements/pratiche-2025.yaml': measurement(value),
  });
  const { entries } = compileEdition(await loadContent({ sources: [path] }), 'public', '2026-01-01');
  const sets = entries.filter(({ collection }) => collection === 'measurements') as EditionEntry<'measurements'>[];
  expect(measurementTable(sets, unit).rows.map(({ values }) => values)).toEqual([[expected]]);
  remove();
});
