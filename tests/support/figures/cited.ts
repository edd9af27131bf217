/** The commitments that texts cite: how they stand, and until when. */
import { inWords } from './dates.ts';
import { type Commitment, commitmentsOf, STATES } from './items.ts';
import { type Figure, linkIn, type Site, textOf, textsOf } from './pages.ts';
import { addressOf, type Shown } from './sources.ts';

function dateOf({ item: { closedAt, due } }: Commitment): string {
  if (closedAt) return `conclusione: ${inWords(closedAt)}`;
  return due ? `scadenza: ${inWords(due)}` : '';
}
const anchorOf = (shown: Shown, { item, minutes }: Commitment) => `${addressOf(shown, minutes)}#${item.id}`;

/** Every commitment cited on any page. */
export function citedFigures({ shown, built }: Site): Figure[] {
  const known = new Map(commitmentsOf(shown).map((made) => [anchorOf(shown, made), made]));
  return [...built.pages.values()].flatMap(({ url, document }) =>
    document.querySelectorAll('.cited').flatMap((block): Figure[] => {
      const made = known.get(linkIn(block.querySelector('.cited-text')));
      if (!made) return [];
      const due = textsOf(block, '.item-facts > span').find((text) => /^(scadenza|conclusione)/.test(text)) ?? '';
      const state = textOf(block.querySelector('.state')) ?? '';
      return [
        { page: url, what: `state of ${made.item.id}`, shown: state, expected: STATES[made.state] },
        { page: url, what: `date of ${made.item.id}`, shown: due, expected: dateOf(made) },
      ];
    }),
  );
}
