/** The registry of open data: every table, in the order in which they are told of. */
import type { Dataset } from './dataset.ts';
import { dataset as commitments } from './datasets/commitments.ts';
import { dataset as decisions } from './datasets/decisions.ts';
import { dataset as indicators } from './datasets/indicators.ts';
import { dataset as measurements } from './datasets/measurements.ts';
import { dataset as meetings } from './datasets/meetings.ts';
import { dataset as participants } from './datasets/participants.ts';
import { dataset as trials } from './datasets/trials.ts';

export const datasets: readonly Dataset[] = [
  participants,
  indicators,
  measurements,
  trials,
  meetings,
  decisions,
  commitments,
];
