/** What is being written, for who reads it before it is published. */
import { type Forge, requestsUrl } from '../forge/settings.ts';
import type { DraftLine } from '../status/drafts.ts';
import { type Html, html, section, table, type Words } from './page.ts';

/** Where they are, when they are not here. */
export const forgeDraftsSection = ({ status: texts }: Words, forge: Forge): Html =>
  section(
    texts.drafts,
    html`<p>${texts.draftsElsewhere} <a href="${requestsUrl(forge)}">${texts.draftsThere(forge.repo)}</a></p>`,
  );

export function draftsSection({ status: texts, when }: Words, drafts: readonly DraftLine[]): Html {
  if (drafts.length === 0) return section(texts.drafts, html`<p>${texts.draftsNone}</p>`);
  const count = (review: DraftLine['review']) => drafts.filter((one) => one.review === review).length;
  const entry = ({ title, kind, editor, page }: DraftLine) =>
    html`<a href="${editor}">${title}</a><br><small>${kind}</small>
      ${page && html`<br><small><a href="${page}" aria-label="${texts.readOf(title)}">${texts.read}</a></small>`}`;
  return section(
    texts.drafts,
    html`<p>${texts.draftsLead(count('pending_review'), count('pending_publish'))}</p>`,
    table(
      texts.drafts,
      [texts.what, texts.review, texts.who, texts.when],
      drafts.map((one) => [entry(one), texts.reviews[one.review], one.who, when(one.at)]),
    ),
  );
}
