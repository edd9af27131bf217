/** Values side by side: a row each where they have names, piled up where they have none or are many. */
import * as Plot from '@observablehq/plot';
import { type Chart, draw, fitted, roomy, type Width, widest } from './draw.ts';
import type { Summary } from './statistics.ts';

export interface DotPlot {
  /** In the order in which they are drawn, from the top; without names they are piled up. */
  dots: readonly { name?: string | undefined; value: number; provisional?: boolean | undefined }[];
  summary: Summary;
  /** The ends of the scale; around the values where absent. */
  domain?: [number, number] | undefined;
  /** How a value is written. */
  format(value: number): string;
  /** How a value of the scale is written. */
  tick(value: number): string;
  label: string;
}

/** More rows than these nobody reads in a picture: the table has the names. */
const NAMED = 40;

/** Draws values over the range of the middle half, shaded, with the median as a dashed line. */
export function dotPlot({ dots, summary, domain, format, tick, label }: DotPlot): Chart {
  const x = { domain: domain ?? roomy(dots.map(({ value }) => value)), label: null };
  const named = dots.length <= NAMED && dots.every(({ name }) => name !== undefined);
  return draw(label, (width, pixels) => ({
    ...(named ? rows(dots, width, pixels, format) : pile(dots)),
    x,
    marks: [
      range(summary),
      Plot.axisX({ tickSize: 0, tickFormat: tick, ticks: width === 'wide' ? 6 : 4 }),
      ...(named ? namedDots(dots, width, pixels, format) : piledDots(dots)),
    ],
  }));
}

/** The middle half of the values, and their median. */
const range = ({ lower, upper, median }: Summary): Plot.Markish[] =>
  [
    lower !== undefined && upper !== undefined
      ? Plot.rectX([{ lower, upper }], { x1: 'lower', x2: 'upper', className: 'chart-range' })
      : null,
    median === undefined ? null : Plot.ruleX([median], { className: 'chart-median', strokeDasharray: '5 4' }),
  ] as Plot.Markish[];

const NAME_MOST = 220;
const ROW = { wide: 30, narrow: 46 };

function rows(dots: DotPlot['dots'], width: Width, pixels: number, format: DotPlot['format']): Plot.PlotOptions {
  const names = dots.map(({ name = '' }) => name);
  const value = widest(
    dots.map((dot) => format(dot.value)),
    pixels / 3,
  );
  return {
    height: ROW[width] * dots.length + 50,
    marginLeft: width === 'wide' ? widest(names, NAME_MOST) + 16 : 12,
    marginRight: value + 20,
    marginTop: 8,
    y: { domain: dots.map((_, index) => index), axis: null, type: 'band' },
  };
}

function namedDots(dots: DotPlot['dots'], width: Width, pixels: number, format: DotPlot['format']): Plot.Markish[] {
  const marked = dots.map((dot, row) => ({ ...dot, row }));
  const down = width === 'wide' ? 0 : 8;
  return [
    Plot.ruleY(marked, { y: 'row', className: 'chart-line', dy: down }),
    width === 'wide'
      ? Plot.text(marked, {
          y: 'row',
          text: ({ name = '' }) => fitted(name, NAME_MOST),
          frameAnchor: 'left',
          textAnchor: 'end',
          dx: -10,
        })
      : Plot.text(marked, {
          y: 'row',
          text: ({ name = '' }) => fitted(name, pixels - 20),
          frameAnchor: 'left',
          textAnchor: 'start',
          dy: -10,
        }),
    ...dotsAt(marked, { y: 'row', dy: down }),
    Plot.text(marked, {
      x: 'value',
      y: 'row',
      text: (dot) => format(dot.value),
      textAnchor: 'start',
      dx: 10,
      dy: down,
      className: 'chart-value',
    }),
  ];
}

const pile = (dots: DotPlot['dots']): Plot.PlotOptions => ({
  height: Math.min(300, 90 + dots.length * 2),
  marginTop: 8,
  marginLeft: 16,
  marginRight: 30,
});

function piledDots(dots: DotPlot['dots']): Plot.Markish[] {
  const provisional = dots.some((dot) => dot.provisional);
  const look = provisional
    ? { className: 'chart-ring', strokeWidth: 2 }
    : { className: 'chart-dot', fill: 'currentColor' };
  return [Plot.dot(dots, Plot.dodgeY({ x: 'value', r: 5, anchor: 'bottom', ...look }) as Plot.DotOptions)];
}

/** Final values are full dots, provisional ones rings. */
const dotsAt = (dots: DotPlot['dots'], at: Plot.DotOptions): Plot.Markish[] => [
  Plot.dot(
    dots.filter(({ provisional }) => !provisional),
    { x: 'value', r: 6, fill: 'currentColor', className: 'chart-dot', ...at },
  ),
  Plot.dot(
    dots.filter(({ provisional }) => provisional),
    { x: 'value', r: 5.5, strokeWidth: 2, className: 'chart-ring', ...at },
  ),
];
