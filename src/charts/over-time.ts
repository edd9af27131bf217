/** Values over time: the median as a line over the shaded middle half, and, while they are few, each participant's line. */
import * as Plot from '@observablehq/plot';
import { type Chart, draw, roomy } from './draw.ts';
import type { Summary } from './statistics.ts';

export interface OverTime {
  periods: readonly { label: string; date: Date; summary: Summary; provisional?: boolean | undefined }[];
  /** Values in the order of the periods. */
  lines: readonly { name: string; values: readonly (number | null)[] }[];
  domain?: [number, number] | undefined;
  /** How a value of the scale is written. */
  tick(value: number): string;
  label: string;
}

/** More lines than these are no longer told from each other. */
export const LINES = 24;

/** Draws a line over time. The periods are in order. */
export function overTime({ periods, lines, domain, tick, label }: OverTime): Chart {
  const shown = lines.length <= LINES ? lines : [];
  const points = shown.flatMap(({ name, values }) =>
    values.flatMap((value, at) => (value === null ? [] : [{ name, value, date: periods[at]?.date }])),
  );
  const told = periods.flatMap(({ summary, ...period }) =>
    summary.median === undefined ? [] : [{ ...period, ...summary }],
  );
  const all = [
    ...points.map(({ value }) => value),
    ...told.flatMap(({ median, lower = median, upper = median }) => [median, lower, upper]),
  ];
  return draw(label, (width) => {
    const every = Math.ceil(periods.length / (width === 'wide' ? 7 : 3));
    const ticks = periods.filter((_, at) => (periods.length - 1 - at) % every === 0);
    const labels = new Map(ticks.map((period) => [period.date.getTime(), period.label]));
    return {
      height: width === 'wide' ? 320 : 280,
      marginLeft: 60,
      marginRight: 50,
      marginTop: 12,
      x: { type: 'utc', label: null },
      y: { domain: domain ?? roomy(all as number[]), label: null },
      marks: [
        Plot.axisX(
          ticks.map(({ date }) => date),
          { tickSize: 4, tickFormat: (date: Date) => labels.get(date.getTime()) ?? '' },
        ),
        Plot.axisY({ tickSize: 0, tickFormat: tick, ticks: 5 }),
        Plot.gridY({ className: 'chart-line', ticks: 5 }),
        Plot.areaY(
          told.filter(({ lower }) => lower !== undefined),
          { x: 'date', y1: 'lower', y2: 'upper', className: 'chart-range' },
        ),
        Plot.line(points, { x: 'date', y: 'value', z: 'name', strokeWidth: 1.2, className: 'chart-each' }),
        Plot.dot(points, { x: 'date', y: 'value', r: 2, fill: 'currentColor', className: 'chart-each' }),
        Plot.line(told, { x: 'date', y: 'median', strokeWidth: 2.5, className: 'chart-middle' }),
        Plot.dot(
          told.filter(({ provisional }) => !provisional),
          { x: 'date', y: 'median', r: 5, fill: 'currentColor', className: 'chart-dot' },
        ),
        Plot.dot(
          told.filter(({ provisional }) => provisional),
          { x: 'date', y: 'median', r: 4.5, strokeWidth: 2, className: 'chart-ring' },
        ),
      ],
    };
  });
}
