/** Built pages as figures are looked for in them, and what is compared with what. */
import type { HTMLElement } from 'node-html-parser';
import { parse } from 'node-html-parser';
import type { BuiltEdition } from '../pages.ts';
import type { Shown } from './sources.ts';

/** A figure as a page shows it, and as the sources say it. */
export interface Figure {
  page: string;
  what: string;
  shown: string;
  expected: string;
}

/** An edition: what the sources say, and what was built of it. */
export interface Site {
  shown: Shown;
  built: BuiltEdition;
}

/** Gathers the figures of one page. */
export function figuresOf(page: string): {
  figures: Figure[];
  add(what: string, shown: unknown, expected: unknown): void;
} {
  const figures: Figure[] = [];
  return {
    figures,
    add: (what, shown, expected) => figures.push({ page, what, shown: said(shown), expected: said(expected) }),
  };
}

const said = (value: unknown) => (value === undefined ? 'nothing' : String(value));

/** Compares two lists line by line, whatever their length. */
export function linesOf(page: string, what: string, shown: readonly string[], expected: readonly string[]): Figure[] {
  const length = Math.max(shown.length, expected.length);
  return Array.from({ length }, (_, at) => ({
    page,
    what: `${what}, ${at + 1}`,
    shown: said(shown[at]),
    expected: said(expected[at]),
  }));
}

/** A page at an address. */
export function pageAt({ built }: Site, address: string): HTMLElement {
  const page = built.pages.get(address);
  if (!page) throw new Error(`There is no page ${address}`);
  return page.document;
}

/** What an element says, without badges. No-break spaces stay. */
export function textOf(element: HTMLElement | null | undefined): string | undefined {
  if (!element) return undefined;
  const copy = parse(element.outerHTML);
  for (const badge of copy.querySelectorAll('.badge')) badge.remove();
  return copy.text.replace(/[ \n\t]+/g, ' ').trim();
}

export const textsOf = (element: HTMLElement | null | undefined, selector: string): string[] =>
  (element?.querySelectorAll(selector) ?? []).map((found) => textOf(found) ?? '');

/** Where the first link in an element leads. */
export const linkIn = (element: HTMLElement | null | undefined): string =>
  element?.querySelector('a[href]')?.getAttribute('href') ?? '';

/** The part of a page under the heading with an id. */
export const partOf = (page: HTMLElement, id: string): HTMLElement | null =>
  page.querySelector(`section[aria-labelledby="${id}"]`);

/** The cells of each body row of the table in an element. */
export const rowsOf = (element: HTMLElement | null): string[][] =>
  (element?.querySelectorAll('tbody tr') ?? []).map((row) => textsOf(row, 'th, td'));

/** What a fact sheet says of something. */
export const factOf = (page: HTMLElement, name: string): string | undefined => {
  const fact = page.querySelectorAll('.fact').find((found) => textOf(found.querySelector('dt')) === name);
  return textOf(fact?.querySelector('dd'));
};

/** The different labels of the charts in an element: each is drawn at two widths. */
export const chartsIn = (element: HTMLElement | null): string[] => [
  ...new Set((element?.querySelectorAll('svg[role=img]') ?? []).map((chart) => chart.getAttribute('aria-label') ?? '')),
];

/** Decisions and commitments in a list: id, state, who, when, theme and, if told, meeting. */
export const itemsIn = (element: HTMLElement | null): string[] =>
  (element?.querySelectorAll('li.item') ?? []).map((item) =>
    [textOf(item.querySelector('.item-id')), ...textsOf(item, '.item-facts > span')].join(' | '),
  );
