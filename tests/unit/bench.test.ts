import { expect, it } from 'vitest';
import type { Published } from '../../scripts/bench/publishing.ts';
import { publishingReport } from '../../scripts/bench/publishing-report.ts';

const taking = (total: number): Published => ({
  what: 'one word',
  preview: 1,
  save: 1,
  total,
  parts: { answered: total, checked: 0, made: 0, served: 0, seen: 0 },
});

it.each([
  [4, 'pass'],
  [4.1, 'FAIL'],
])('publications that take %s s in the middle, beside a build of 16 s: %s', (total, verdict) => {
  const report = publishingReport(1000, [1, total, 9].map(taking), { name: 'Peer', seconds: [10, 16, 30] });
  expect(report.match(/pass|FAIL/g)).toEqual([verdict]);
  expect(report).toContain('worst / Peer');
});
