/** Who tries what, as far as an edition shows it. */
import type { HTMLElement } from 'node-html-parser';
import { writer } from './numbers.ts';
import { textsOf } from './pages.ts';
import {
  addressOf,
  calledIn,
  type Entry,
  type Participant,
  type Practice,
  practiceAt,
  type Shown,
  type Trial,
  titleOf,
} from './sources.ts';

export const TRIAL_STATES: Record<string, string> = {
  planned: 'Prevista',
  trialling: 'In corso',
  adopted: 'Adottata',
  dropped: 'Abbandonata',
};

export interface Cell {
  trial: Entry<Trial>;
  practice: Entry<Practice>;
  participant: Entry<Participant>;
  state: string;
}

/** Open commitments to try something, as trials that are planned, where none has begun. */
export function promised(shown: Shown): Entry<Trial>[] {
  const begun = new Set(shown.all('trials').map(({ data }) => `${data.practice} ${data.participant}`));
  return shown.all('minutes').flatMap((minutes) =>
    (minutes.data.actions ?? []).flatMap(({ id, text, owner, practice, state }): Entry<Trial>[] => {
      if (!practice || state !== 'open' || begun.has(`${practice} ${owner}`)) return [];
      const data = { title: text, practice, participant: owner, state: 'planned', started: '' };
      return [
        { ...minutes, kind: 'trials', id, ref: `trials/${id}`, address: `${addressOf(shown, minutes)}#${id}`, data },
      ];
    }),
  );
}

/** The trials, begun or promised, whose practice and participant are shown too. */
export const cellsOf = (shown: Shown): Cell[] =>
  [...shown.all('trials'), ...promised(shown)].flatMap((trial): Cell[] => {
    const practice = practiceAt(shown, trial.data.practice);
    const participant = shown.find('participants', trial.data.participant);
    if (!practice || !participant) return [];
    return [{ trial, practice, participant, state: TRIAL_STATES[trial.data.state] ?? '' }];
  });

/** The themes of a practice: a chapter has its manual's. */
export const themesOf = (shown: Shown, { kind, id }: Entry<Practice>): string[] =>
  shown.find(kind as 'guides', id.split('/')[0])?.data.themes ?? [];

/** The trials on a theme. */
export const cellsOn = (shown: Shown, theme: string): Cell[] =>
  cellsOf(shown).filter(({ practice }) => themesOf(shown, practice).includes(theme));

/** A result in words: what, before and after. */
export function resultOf(shown: Shown, { indicator, before, after }: NonNullable<Trial['results']>[number]) {
  const found = shown.find('indicators', indicator);
  const write = (value: number | undefined) =>
    value === undefined ? 'non rilevato' : writer(found?.data.unit ?? '')(value);
  return { indicator: found, title: calledIn(found), before: write(before), after: write(after) };
}

/** Who tries what and how far, as lists of trials say it; without what all of a list have in common. */
export const trialLine = ({ participant, practice, state }: Cell): string =>
  [titleOf(participant), titleOf(practice), state].join(' | ');

/** The lines of a list of trials. */
export const trialLinesIn = (element: HTMLElement | null): string[] =>
  (element?.querySelectorAll('ul.trials > li') ?? []).map((line) => textsOf(line, ':scope > span, a.mark').join(' | '));
