/** What the check says, as a list. */
import type { Diagnostic } from '#content';
import { type Html, html, type Words } from './page.ts';

export const problemsList = ({ status: texts }: Words, diagnostics: readonly Diagnostic[]): Html =>
  html`<ol class="problems">${diagnostics.map(
    ({ source, file, line, message, fix }) =>
      html`<li><code>${source}/${file}</code>, ${texts.place(line)}: ${message} ${fix}</li>`,
  )}</ol>`;
