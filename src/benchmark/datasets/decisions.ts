import type { Item } from '#mdx';
import { themeStages } from '#model';
import { defineDataset, demo, field, own } from '../dataset.ts';
import { idOf } from '../entries.ts';
import { decisionsOf } from '../register.ts';

export const dataset = defineDataset<Item>({
  id: 'decisioni',
  title: 'Decisioni',
  description: 'Le decisioni prese agli incontri.',
  from: ['minutes'],
  columns: [
    field('id', 'minutes', 'decisions.id', ({ id }) => id),
    field('testo', 'minutes', 'decisions.text', ({ text }) => text),
    field(
      'tema',
      'minutes',
      'decisions.theme',
      ({ theme }) => (theme && !theme.restricted ? idOf(theme.ref) : undefined),
      'Identificativo del tema.',
    ),
    field('fase', 'minutes', 'decisions.stage', ({ stage }) => stage && themeStages[stage]),
    own('incontro', 'text', 'Identificativo del verbale in cui è stata presa.', ({ minutes }) => idOf(minutes.ref)),
    own('data', 'date', 'La data dell’incontro.', ({ minutes }) => minutes.date),
    demo(({ minutes }) => minutes.demo),
  ],
  rows: decisionsOf,
});
