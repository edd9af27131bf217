/** How the site writes what Markdown leaves to it: task boxes, frames of tables, alignment, ids. */
import type { Element } from 'hast';
import { messages } from '#i18n';

const words = messages('it').body;

/** Ids that pages have already: a heading of the same words gets a number. */
export const PAGE_IDS = [
  ...['menu', 'contenuto', 'filtri', 'toc-title', 'footnote-label', 'temi-della-voce'],
  ...['decisioni', 'impegni', 'ordine-del-giorno', 'materiali', 'prossimo', 'capitoli', 'file', 'citato-in'],
  ...['sperimentazioni', 'voci-collegate', 'adattamenti', 'risultati', 'lezioni', 'incontri', 'indicatori', 'novita'],
  ...['priorita', 'linee', 'in-questo-numero', 'footer-explore', 'footer-network', 'footer-contacts'],
];

/** What the parser is told: footnotes in Italian, and no front matter, which is read before. */
export const FEATURES = {
  frontmatter: false,
  gfm: { footnotes: { label: words.footnotes, backLabel: words.footnoteBack, clobberPrefix: 'nota-' } },
} as const;

/** The box of a task, read as done or to do. */
export const taskBox = (done: boolean): Element['properties'] => ({
  className: ['task', ...(done ? ['task-done'] : [])],
  role: 'img',
  ariaLabel: done ? words.taskDone : words.taskOpen,
});

/** The frame in which a table scrolls, reached by keyboard, with a name of its own. */
export const tableFrame = (number: number): Element['properties'] => ({
  className: ['scroll'],
  ariaLabel: words.table(number),
  tabIndex: 0,
});

/** Table alignment as a class: pages carry no inline style. */
export function withoutStyle({ style, ...properties }: Element['properties']): Element['properties'] {
  const align = /text-align: ?(\w+)/.exec(String(style ?? ''))?.[1];
  return align ? { ...properties, className: [`align-${align}`] } : properties;
}
