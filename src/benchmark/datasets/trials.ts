import type { TrialCell } from '#mdx';
import { defineDataset, demo, field, labelOf, own } from '../dataset.ts';
import { idOf } from '../entries.ts';

export const dataset = defineDataset<TrialCell & { ended?: string | undefined }>({
  id: 'sperimentazioni',
  title: 'Matrice delle sperimentazioni',
  description: 'Chi prova che cosa, e a che punto è: una riga per ogni sperimentazione della matrice.',
  from: ['trials', 'minutes'],
  columns: [
    own(
      'id',
      'text',
      'Identificativo della sperimentazione, o dell’impegno a cominciarla.',
      ({ trial, commitment }) => commitment ?? idOf(trial.ref),
    ),
    field('pratica', 'trials', 'practice', ({ practice }) => practice.ref),
    own(
      'pratica_titolo',
      'text',
      'Il titolo della guida, del manuale o dello strumento.',
      ({ practice }) => practice.title,
    ),
    field('partecipante', 'trials', 'participant', ({ participant }) => idOf(participant.ref)),
    field('comune', 'participants', 'name', ({ participant }) => participant.title),
    field('stato', 'trials', 'state', ({ state }) => labelOf('trials', 'state', state)),
    own('temi', 'text', 'Identificativi dei temi della pratica, separati da uno spazio.', ({ themes }) =>
      themes.map(({ ref }) => idOf(ref)).join(' '),
    ),
    field('inizio', 'trials', 'started', ({ started }) => started),
    field('fine', 'trials', 'ended', ({ ended }) => ended),
    demo(({ trial }) => trial.demo),
  ],
  rows: ({ entries, trials }) => {
    const byRef = new Map(entries.map((entry) => [entry.link.ref, entry]));
    return trials.map((cell) => {
      const data = byRef.get(cell.trial.ref)?.data;
      return { ...cell, ended: data && 'ended' in data ? data.ended : undefined };
    });
  },
});
