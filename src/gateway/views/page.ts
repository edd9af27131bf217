/** The gateway's own pages: HTML in the site's frame. */
import { html, raw } from 'hono/html';
import { type Messages, messages } from '#i18n';
import type { Site } from '../site.ts';
import { framed } from './shell.ts';

/** Escaped HTML. */
export type Html = ReturnType<typeof html>;
export { html };

export type Words = Messages['gateway'];

/** The words of a site's language. */
export const wordsOf = ({ shell }: Site): Words => messages(shell.locale).gateway;

/** A page as text: a heading, and what stands below it. */
export function page(site: Site, title: string, ...content: Part[]): string {
  const words = wordsOf(site);
  const above = html`<nav class="breadcrumb" aria-label="${words.path}"><ol>
    <li><a href="/">${words.home}</a></li><li><a href="/accesso/">${words.here}</a></li>
    <li><span aria-current="page">${title}</span></li>
  </ol></nav>`;
  const main = html`<div class="plain-page wrap own-page">${above}<h1>${title}</h1>${content}</div>`;
  return framed(site.shell, String(html`${title}`), String(main));
}

/** A piece of a page; nothing where there is none. */
export type Part = Html | undefined | false;

/** What has just happened, above what one can do about it. */
export const notice = (kind: 'good' | 'bad', text: string | Html): Html =>
  html`<p class="said said-${kind}" role="${kind === 'bad' ? 'alert' : 'status'}">${text}</p>`;

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

/** A table whose first column names the row. */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly (string | Html)[])[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table>
    <caption class="sr-only">${caption}</caption>
    <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${rows.map(
      ([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`,
    )}</tbody>
  </table></div>`;
}
