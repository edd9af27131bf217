/** What the check says, as a list. */
import type { Diagnostic } from '#content';
import type { Context } from '../context.ts';
import { type EntryLinks, linksOfProblem } from '../status/entry-links.ts';
import { type Html, html, type Words } from './page.ts';

/** Problems as the check prints them. */
export const problemsList = (context: Context, texts: Words['status'], diagnostics: readonly Diagnostic[]): Html =>
  html`<ol class="problems">${diagnostics.map((one) => {
    const links = linksOfProblem(context, one);
    return html`<li><code>${links.file}</code>, ${texts.place(one.line)}: ${one.message} ${one.fix} ${linksIn(texts, links)}</li>`;
  })}</ol>`;

/** Links of one among many say to those who hear them alone where they lead. */
export const linksIn = (texts: Words['status'], { file, editor, page }: EntryLinks): Html | undefined =>
  editor === undefined
    ? undefined
    : html`<span class="entry-links"><a href="${editor}" aria-label="${texts.editOf(file)}">${texts.edit}</a>
      ${page && html`<a href="${page}" aria-label="${texts.readOf(file)}">${texts.read}</a>`}</span>`;
