import { z } from 'zod';
import { defineComponent } from '../../component.ts';
import { shownSet, textOfSeries } from '../../series.ts';

export const component = defineComponent({
  name: 'IndicatorTable',
  place: 'block',
  children: 'none',
  attributes: z.strictObject({
    id: z.string().min(1).meta({ label: 'Indicatore' }),
    period: z.string().optional().meta({ label: 'Periodo', hint: 'L’ultimo rilevato, se non è indicato.' }),
  }),
  purpose: 'La tabella dei valori di un indicatore in un periodo, con numeratore e denominatore.',
  example: '<IndicatorTable id="tempo-medio-di-attesa" />',
  resolve: ({ id, period }, lookup) => shownSet(lookup.indicator(id, period), period),
  text: textOfSeries,
});
