/** How the last build of the site went, and what stands in its way. */
import type { Diagnostic } from '#content';
import type { BuildReport, Context } from '../context.ts';
import { type Html, html, notice, ownPage, type Words, wordsOf } from './page.ts';

export function statusPage({ site, building, report }: Context): string {
  const words = wordsOf(site);
  const { status: texts } = words;
  const errors = report?.diagnostics.filter(({ severity }) => severity === 'error') ?? [];
  const warnings = report?.diagnostics.filter(({ severity }) => severity === 'warning') ?? [];
  return ownPage(
    site,
    texts.title,
    building && notice('good', texts.building),
    report ? resultOf(words, report) : html`<p class="lead">${texts.none}</p>`,
    errors.length > 0 && html`<h2>${texts.problems}</h2>${listOf(texts, errors)}`,
    warnings.length > 0 && html`<h2>${texts.warnings}</h2>${listOf(texts, warnings)}`,
  );
}

function resultOf({ status: texts, time }: Words, { at, seconds, result, reason }: BuildReport): Html {
  if (result === 'published') return notice('good', texts.published(time(at), seconds.toFixed(1).replace('.', ',')));
  return html`${notice('bad', result === 'refused' ? texts.refused(time(at)) : texts.failed(time(at)))}${reason && html`<p><code>${reason}</code></p>`}`;
}

const listOf = (texts: Words['status'], diagnostics: readonly Diagnostic[]): Html =>
  html`<ol class="problems">${diagnostics.map(
    ({ source, file, line, message, fix }) =>
      html`<li><code>${source}/${file}</code>, ${texts.place(line)}: ${message} ${fix}</li>`,
  )}</ol>`;
