import { seriesByRef, trialResults } from '#benchmark';
import { compiled } from '../edition.ts';
import type { MoreOf } from './index.ts';

/** A trial's results beside the network's values. */
export const trialMore: MoreOf<'trials'> = () => {
  const series = seriesByRef(compiled().edition.series);
  return (trial) => ({ results: trialResults(trial, series) });
};
