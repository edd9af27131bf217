/** Drawing: Observable Plot's marks as an SVG that pages can style, print and read aloud. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** A chart in two widths: one for phones, and one for what is wider. Texts keep their size in both. */
export interface Chart {
  wide: string;
  narrow: string;
}

/** Widths in pixels. */
export type Width = 'wide' | 'narrow';
const WIDTHS: Record<Width, number> = { wide: 700, narrow: 340 };

/**
 * Draws a chart twice.
 *
 * @param label what the chart shows, in a sentence or two: all that a screen reader says of it
 * @param options Plot's options at a width, without document and width
 */
export function draw(label: string, options: (width: Width, pixels: number) => Plot.PlotOptions): Chart {
  const at = (width: Width) => drawOne(label, WIDTHS[width], options(width, WIDTHS[width]), `chart-${width}`);
  return { wide: at('wide'), narrow: at('narrow') };
}

/** Draws a chart at one width, in pixels. */
export function drawOne(label: string, width: number, options: Plot.PlotOptions, name = ''): string {
  const root = Plot.plot({ document: document as unknown as Document, width, ...options });
  // Plot's own style sheet and names are its defaults, in English; the page has its own.
  for (const style of root.querySelectorAll('style')) style.remove();
  for (const named of root.querySelectorAll('[aria-label], [aria-hidden]')) {
    named.removeAttribute('aria-label');
    named.removeAttribute('aria-hidden');
  }
  root.removeAttribute('style');
  root.removeAttribute('font-family');
  root.setAttribute('font-size', '14');
  root.setAttribute('class', `chart ${name}`.trim());
  root.setAttribute('role', 'img');
  root.setAttribute('aria-label', label);
  return root.outerHTML.replace(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10));
}

/** Numbers with room around them, so that no mark stands on the frame. */
export function roomy(values: readonly number[]): [number, number] {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const room = (most - least) * 0.08 || Math.max(Math.abs(most) * 0.1, 1);
  return [least >= 0 ? Math.max(0, least - room) : least - room, most + room];
}

/** About how many pixels a text takes at the charts' size. */
const widthOf = (text: string) => text.length * 7.2;

/** A text that fits some pixels. */
export const fitted = (text: string, pixels: number): string =>
  widthOf(text) <= pixels ? text : `${text.slice(0, Math.max(1, Math.floor(pixels / 7.2) - 1)).trimEnd()}…`;

/** The pixels that the longest of some texts takes, at most some. */
export const widest = (texts: readonly string[], most: number): number =>
  Math.min(most, Math.max(...texts.map(widthOf)));
