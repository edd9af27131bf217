import { municipalities } from '#benchmark';
import { compiled } from '../edition.ts';
import type { MoreOf } from './index.ts';

/** How many commitments and suggestions a municipality's page lists: registers and lists have all. */
const SHOWN = 30;

/** A municipality's share in the network; what it could try is for participants. */
export const participantMore: MoreOf<'participants'> = () => {
  const { edition } = compiled();
  const of = municipalities(edition);
  return (participant) => {
    const found = of(participant);
    const inside = edition.id === 'participants' && participant.data.left === undefined;
    return {
      municipality: {
        ...found,
        commitments: found.commitments.slice(0, SHOWN),
        suggestions: inside ? found.suggestions.slice(0, SHOWN) : [],
        follows: inside ? found.follows : [],
      },
      commitmentsTotal: found.commitments.length,
    };
  };
};
