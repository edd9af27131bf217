import { type Commitment, carriedInto, commitmentOn, commitmentsOf } from '#benchmark';
import { compiled } from '../edition.ts';
import type { MoreOf } from './index.ts';

/** How many of a meeting's carried-over commitments its page lists: the register has all. */
const SHOWN = 50;

/** How a meeting's commitments stand today, and those that earlier ones had left open. */
export interface MinutesMore extends Record<string, unknown> {
  commitments: Commitment[];
  carried: Commitment[];
  /** How many were carried over in all. */
  carriedTotal: number;
}

export const minutesMore: MoreOf<'minutes'> = () => {
  const { edition } = compiled();
  const all = commitmentsOf(edition);
  return ({ data, items }): MinutesMore => {
    const carried = carriedInto(data.date, all);
    return {
      commitments: items.filter(({ state }) => state !== undefined).map((item) => commitmentOn(item, edition.today)),
      carried: carried.slice(0, SHOWN),
      carriedTotal: carried.length,
    };
  };
};
