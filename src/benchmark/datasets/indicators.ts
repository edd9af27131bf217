import type { EditionEntry } from '#content';
import { defineDataset, demo, field, labelOf, own } from '../dataset.ts';
import { entriesOf, idOf } from '../entries.ts';

type Row = EditionEntry<'indicators'>;

export const dataset = defineDataset<Row>({
  id: 'indicatori',
  title: 'Indicatori',
  description: 'Che cosa si misura e come.',
  from: ['indicators'],
  columns: [
    own('id', 'text', 'Identificativo dell’indicatore.', ({ id }) => id),
    field('titolo', 'indicators', 'title', ({ data }) => data.title),
    field(
      'tema',
      'indicators',
      'theme',
      ({ data }) => (data.theme.restricted ? undefined : idOf(data.theme.ref)),
      'Identificativo del tema.',
    ),
    field('definizione', 'indicators', 'definition', ({ data }) => data.definition),
    field('unita', 'indicators', 'unit', ({ data }) => labelOf('indicators', 'unit', data.unit)),
    field('verso', 'indicators', 'direction', ({ data }) => labelOf('indicators', 'direction', data.direction)),
    field('numeratore', 'indicators', 'numerator', ({ data }) => data.numerator),
    field('denominatore', 'indicators', 'denominator', ({ data }) => data.denominator),
    field('come_si_misura', 'indicators', 'howMeasured', ({ data }) => data.howMeasured),
    field('confrontabilita', 'indicators', 'comparability', ({ data }) => data.comparability),
    demo(({ link }) => link.demo),
  ],
  rows: (edition) => entriesOf(edition, 'indicators'),
});
