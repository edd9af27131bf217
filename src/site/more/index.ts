/** What views need besides their own entry: a file a collection. */
import type { EditionEntry } from '#content';
import type { CollectionId } from '#model';
import { indicatorMore } from './indicators.ts';
import { manualMore } from './manuals.ts';
import { minutesMore } from './minutes.ts';
import { participantMore } from './participants.ts';
import { themeMore } from './themes.ts';
import { trialMore } from './trials.ts';

/** What a view is given besides its entry: plain data, all of it part of the page's key. */
export type More = Record<string, unknown>;

/** Prepares what is shared by all entries of a collection once, and answers for each of them. */
export type MoreOf<Id extends CollectionId = never> = () => (entry: EditionEntry<Id>) => More;

export const moreOf: Partial<Record<CollectionId, MoreOf>> = {
  indicators: indicatorMore as MoreOf,
  manuals: manualMore as MoreOf,
  minutes: minutesMore as MoreOf,
  participants: participantMore as MoreOf,
  themes: themeMore as MoreOf,
  trials: trialMore as MoreOf,
};
