/** How the site is: the last build and what stands in its way, what waits, what is being written. */
import { messages } from '#i18n';
import type { BuildReport, Context } from '../context.ts';
import { forgeOf } from '../forge/settings.ts';
import { linksOf } from '../status/entry-links.ts';
import type { Status } from '../status/index.ts';
import type { Waiting } from '../status/waiting.ts';
import { draftsSection, forgeDraftsSection } from './drafts.ts';
import { type Html, html, notice, ownPage, section, table, type Words, wordsOf } from './page.ts';
import { linksIn, problemsList } from './problems.ts';
import { remoteSection } from './remote.ts';

export function statusPage(context: Context, status: Status): string {
  const { site, settings } = context;
  const words = wordsOf(site);
  const { status: texts } = words;
  const { building, report, editing, remote } = status;
  const errors = report?.diagnostics.filter(({ severity }) => severity === 'error') ?? [];
  const warnings = report?.diagnostics.filter(({ severity }) => severity === 'warning') ?? [];
  return ownPage(
    site,
    texts.title,
    html`<p>${texts.drawn(words.time(status.at))} <a href="/accesso/stato/">${texts.refresh}</a></p>`,
    building !== undefined && notice('good', texts.building(words.time(building))),
    report ? resultOf(words, report, status.lastGood) : html`<p class="lead">${texts.none}</p>`,
    errors.length > 0 && section(texts.problems, problemsList(context, texts, errors)),
    typeof editing === 'object' && waitingSection(context, words, status, editing.waiting),
    typeof editing === 'object'
      ? settings.editor
        ? forgeDraftsSection(words, forgeOf(settings.editor))
        : draftsSection(words, editing.drafts)
      : html`<p>${messages(site.shell.locale).editing.repository[editing]}</p>`,
    remote && remoteSection(words, remote),
    warnings.length > 0 && section(texts.warnings, problemsList(context, texts, warnings)),
  );
}

function resultOf({ status: texts, time }: Words, report: BuildReport, lastGood: BuildReport | undefined): Html {
  const { at, result, reason } = report;
  const seconds = report.seconds.toFixed(1).replace('.', ',');
  if (result === 'published') return notice('good', texts.published(time(at), seconds));
  return html`${notice('bad', texts[result](time(at), seconds))}
    ${reason && html`<p><code>${reason}</code></p>`}
    ${lastGood && html`<p>${texts.lastGood(time(lastGood.at))}</p>`}`;
}

function waitingSection(context: Context, words: Words, { building, report }: Status, waiting: Waiting[]): Html {
  const { status: texts } = words;
  const { repository } = context;
  if (waiting.length === 0 || typeof repository !== 'object')
    return section(texts.waiting, html`<p>${texts.waitingNone}</p>`);
  const stopped = report && report.result !== 'published';
  const what = ({ text, paths }: Waiting) =>
    html`${text}<ul class="own-files">${paths.map((path) => {
      const links = linksOf(context, repository, path);
      return html`<li><code>${path}</code> ${linksIn(texts, links)}</li>`;
    })}</ul>`;
  return section(
    texts.waiting,
    html`<p>${building !== undefined ? texts.waitingBuilding : stopped ? texts.waitingStopped : texts.waitingSoon}</p>`,
    table(
      texts.waiting,
      [texts.what, texts.who, texts.when],
      waiting.map((one) => [what(one), one.who, words.when(one.at)]),
    ),
  );
}
