import { type Commitment, carriedInto, commitmentsOf } from '#benchmark';
import { compiled } from '../edition.ts';
import type { MoreOf } from './index.ts';

/** How many of a meeting's carried-over commitments its page lists: the register has all. */
const SHOWN = 50;

/** What earlier meetings had left open when one was held. */
export interface MinutesMore extends Record<string, unknown> {
  carried: Commitment[];
  /** How many were carried over in all. */
  carriedTotal: number;
}

export const minutesMore: MoreOf<'minutes'> = () => {
  const { edition } = compiled();
  const all = commitmentsOf(edition);
  return ({ data }): MinutesMore => {
    const carried = carriedInto(data.date, all);
    return {
      carried: carried.slice(0, SHOWN),
      carriedTotal: carried.length,
    };
  };
};
