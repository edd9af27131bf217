/** The words that a view shows of what it was given. */
import type { Item, Link, RestrictedLink } from './lookup.ts';

/** The title of a link; nothing where it is restricted. */
export const titleOf = (target: unknown): string => {
  const link = target as Link | null;
  return link && !link.restricted ? link.title : '';
};

/** The text of a decision or commitment; nothing where it is restricted. */
export const textOf = (item: unknown): string => {
  const found = item as Item | RestrictedLink | null;
  return found && !found.restricted ? found.text : '';
};
