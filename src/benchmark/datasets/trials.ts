import type { EditionEntry } from '#content';
import type { TrialCell } from '#mdx';
import { defineDataset, demo, field, idOf, labelOf, own } from '../dataset.ts';

interface Row extends TrialCell {
  entry: EditionEntry<'trials'>;
}

export const dataset = defineDataset<Row>({
  id: 'sperimentazioni',
  title: 'Matrice delle sperimentazioni',
  description: 'Chi prova che cosa, e a che punto è: una riga per ogni casella piena della matrice.',
  from: ['trials'],
  columns: [
    own('id', 'text', 'Identificativo della sperimentazione.', ({ entry }) => entry.id),
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
    field('inizio', 'trials', 'started', ({ entry }) => entry.data.started),
    field('fine', 'trials', 'ended', ({ entry }) => entry.data.ended),
    demo(({ trial }) => trial.demo),
  ],
  rows: ({ entries, trials }) => {
    const byRef = new Map(entries.map((entry) => [entry.link.ref, entry]));
    return trials.map((cell) => ({ ...cell, entry: byRef.get(cell.trial.ref) as EditionEntry<'trials'> }));
  },
});
