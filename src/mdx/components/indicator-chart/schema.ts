import { z } from 'zod';
import { defineComponent } from '../../component.ts';
import { shownSet, textOfSeries } from '../../series.ts';

export const component = defineComponent({
  name: 'IndicatorChart',
  place: 'block',
  children: 'none',
  attributes: z.strictObject({
    id: z.string().min(1).meta({ label: 'Indicatore' }),
    period: z.string().optional().meta({ label: 'Periodo', hint: 'L’ultimo rilevato, se non è indicato.' }),
  }),
  purpose: 'Il grafico dei valori di un indicatore in un periodo, con la mediana e la metà centrale della rete.',
  example: '<IndicatorChart id="tempo-medio-di-attesa" />',
  resolve: ({ id, period }, lookup) => shownSet(lookup.indicator(id, period), period),
  text: textOfSeries,
});
