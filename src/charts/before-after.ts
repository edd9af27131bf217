/** One value before and after, beside the range of others. */
import * as Plot from '@observablehq/plot';
import { type Chart, draw, roomy } from './draw.ts';
import type { Summary } from './statistics.ts';

export interface BeforeAfter {
  before?: number | undefined;
  after?: number | undefined;
  /** The values of others in the same period; absent where none were measured. */
  summary?: Summary | undefined;
  format(value: number): string;
  /** How a value of the scale is written. */
  tick(value: number): string;
  /** The words for the two values. */
  names: { before: string; after: string };
  label: string;
}

/** Draws an arrow from the value before to the one after, over the middle half of the others' values. */
export function beforeAfter({ before, after, summary, format, tick, names, label }: BeforeAfter): Chart {
  const values = [before, after, summary?.median, summary?.lower, summary?.upper].filter(
    (value) => value !== undefined,
  );
  const marks = [
    { value: before, name: names.before, up: -16 },
    { value: after, name: names.after, up: 20 },
  ].filter((mark): mark is { value: number; name: string; up: number } => mark.value !== undefined);
  return draw(label, (width) => ({
    height: 110,
    marginLeft: 50,
    marginRight: 50,
    marginTop: 10,
    x: { domain: roomy(values), label: null },
    y: { domain: [0, 1], axis: null },
    marks: [
      summary?.lower === undefined
        ? null
        : Plot.rect([summary], { x1: 'lower', x2: 'upper', y1: 0.05, y2: 0.95, className: 'chart-range' }),
      summary?.median === undefined
        ? null
        : Plot.ruleX([summary.median], { y1: 0.05, y2: 0.95, className: 'chart-median', strokeDasharray: '5 4' }),
      Plot.axisX({ tickSize: 0, tickFormat: tick, ticks: width === 'wide' ? 6 : 4 }),
      before === undefined || after === undefined
        ? null
        : Plot.arrow([{ before, after }], {
            x1: 'before',
            x2: 'after',
            y1: 0.5,
            y2: 0.5,
            inset: 8,
            strokeWidth: 2,
            className: 'chart-middle',
          }),
      Plot.dot(marks.slice(0, 1), { x: 'value', y: 0.5, r: 5.5, strokeWidth: 2, className: 'chart-ring' }),
      Plot.dot(marks.slice(1), { x: 'value', y: 0.5, r: 6, fill: 'currentColor', className: 'chart-dot' }),
      ...marks.map((mark) =>
        Plot.text([mark], {
          x: 'value',
          y: 0.5,
          dy: mark.up,
          text: ({ name, value }) => `${name} ${format(value)}`,
          className: 'chart-value',
        }),
      ),
    ],
  }));
}
