import { defineDataset, demo, field, own } from '../dataset.ts';
import { idOf } from '../entries.ts';
import { type Commitment, commitmentStates, commitmentsOf } from '../register.ts';

const STATES: Record<Commitment['state'], string> = {
  overdue: 'Scaduto',
  open: 'Aperto',
  done: 'Concluso',
  dropped: 'Abbandonato',
};

export const dataset = defineDataset<Commitment>({
  id: 'impegni',
  title: 'Impegni',
  description: 'Gli impegni presi agli incontri: di chi sono, entro quando, a che punto.',
  from: ['minutes'],
  columns: [
    field('id', 'minutes', 'actions.id', ({ id }) => id),
    field('testo', 'minutes', 'actions.text', ({ text }) => text),
    field(
      'a_carico_di',
      'minutes',
      'actions.owner',
      ({ owner }) => (owner && !owner.restricted ? idOf(owner.ref) : undefined),
      'Identificativo del partecipante che ha preso l’impegno.',
    ),
    field(
      'tema',
      'minutes',
      'actions.theme',
      ({ theme }) => (theme && !theme.restricted ? idOf(theme.ref) : undefined),
      'Identificativo del tema.',
    ),
    field(
      'pratica',
      'minutes',
      'actions.practice',
      ({ practice }) => (practice && !practice.restricted ? practice.ref : undefined),
      'Riferimento alla pratica che l’impegno è di provare.',
    ),
    field('scadenza', 'minutes', 'actions.due', ({ due }) => due),
    own(
      'stato',
      'text',
      'A che punto è l’impegno nel giorno della pubblicazione dei dati. È scaduto un impegno aperto la cui scadenza è passata.',
      ({ state }) => STATES[state],
      commitmentStates.map((state) => STATES[state]),
    ),
    field('concluso_il', 'minutes', 'actions.closedAt', ({ closedAt }) => closedAt),
    own('incontro', 'text', 'Identificativo del verbale in cui è stato preso.', ({ minutes }) => idOf(minutes.ref)),
    demo(({ minutes }) => minutes.demo),
  ],
  rows: commitmentsOf,
});
