/** The gateway's own pages: HTML in the site's frame. */
import { html, raw } from 'hono/html';
import { type Messages, messages } from '#i18n';
import type { Site } from '../site.ts';
import { framed, type Shell } from './shell.ts';

/** Escaped HTML. */
export type Html = ReturnType<typeof html>;
export { html };

export type Words = Messages['gateway'];

/** The words of a site's language. */
export const wordsOf = ({ shell }: Site): Words => messages(shell.locale).gateway;

/** A page for those who are not signed in, as text: a heading, and what stands below it. */
export const page = (site: Site, title: string, ...content: Part[]): string =>
  pageIn(site.shell, '/', wordsOf(site), title, content);

/** A page for those who are signed in. */
export const ownPage = (site: Site, title: string, ...content: Part[]): string =>
  pageIn(site.ownShell, '/riservato/', wordsOf(site), title, content);

function pageIn(shell: Shell, home: string, words: Words, title: string, content: Part[]): string {
  const above = html`<nav class="breadcrumb" aria-label="${words.path}"><ol>
    <li><a href="${home}">${words.home}</a></li><li><a href="/accesso/">${words.here}</a></li>
    <li><span aria-current="page">${title}</span></li>
  </ol></nav>`;
  const main = html`<div class="plain-page wrap own-page">${above}<h1>${title}</h1>${content}</div>`;
  return framed(shell, String(html`${title}`), String(main));
}

/** A piece of a page; nothing where there is none. */
export type Part = Html | undefined | false;

/** What has just happened, above what one can do about it. */
export const notice = (kind: 'good' | 'bad', text: string | Html): Html =>
  html`<p class="said said-${kind}" role="${kind === 'bad' ? 'alert' : 'status'}">${text}</p>`;

/** A part of a page with a heading of its own. */
export const section = (title: string, ...content: Part[]): Html =>
  html`<section><h2>${title}</h2>${content}</section>`;

export interface Field {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  value?: string | undefined;
  autocomplete?: string;
  help?: string;
  /** Told apart from a field of the same name in another form of the page. */
  form?: string;
}

/** A labelled line to fill in. */
export function field({ name, label, type = 'text', value = '', autocomplete = 'off', help, form = 'f' }: Field): Html {
  const id = `${form}-${name}`;
  const described = help ? raw(` aria-describedby="${id}-help"`) : '';
  return html`<p class="field">
    <label for="${id}">${label}</label>
    ${help && html`<small id="${id}-help">${help}</small>`}
    <input id="${id}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}" required${described}>
  </p>`;
}

/** A choice of one; `label` is read to those who do not see what stands around it. */
export function choice(
  name: string,
  label: string,
  options: readonly (readonly [string, string])[],
  chosen: string,
): Html {
  const listed = options.map(
    ([value, text]) => html`<option value="${value}"${value === chosen ? raw(' selected') : ''}>${text}</option>`,
  );
  return html`<select name="${name}" aria-label="${label}">${listed}</select>`;
}

export const button = (text: string): Html => html`<button class="button" type="submit">${text}</button>`;

/**
 * A table whose first column names the row. On a narrow screen each row is a block, and each cell says what it is;
 * the roles keep it a table there too.
 */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly (string | Html)[])[]): Html {
  const cells = (rest: readonly (string | Html)[]) =>
    rest.map((cell, at) => html`<td role="cell" data-head="${heads[at + 1]}"><div>${cell}</div></td>`);
  return html`<table class="own-table" role="table">
    <caption class="sr-only">${caption}</caption>
    <thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th scope="col" role="columnheader">${head}</th>`)}</tr></thead>
    <tbody role="rowgroup">${rows.map(
      ([first, ...rest]) => html`<tr role="row"><th scope="row" role="rowheader">${first}</th>${cells(rest)}</tr>`,
    )}</tbody>
  </table>`;
}
