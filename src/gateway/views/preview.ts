/** The page that a draft would have, and what is said where it has none. */
import type { Context } from '../context.ts';
import type { Previewed } from '../editing/previewing.ts';
import type { Draft } from '../repository/drafts.ts';
import { html, notice, ownPage, wordsOf } from './page.ts';
import { problemsList } from './problems.ts';

/** The site's own page of a draft, which says that it is one. */
export function previewPage(context: Context, draft: Draft, { html: page, diagnostics }: Previewed): string {
  const words = wordsOf(context.site);
  const { preview: texts, time } = words;
  if (page === undefined)
    return ownPage(
      context.site,
      texts.title,
      notice('bad', texts.errors),
      problemsList(context, words.status, diagnostics),
    );
  const said = texts.notice(draft.author, time(Date.parse(draft.updated)));
  const above = `${html`<div class="wrap"><p class="notice">${said}</p></div>`}`;
  return page.replace(/<main\b[^>]*>/, (start) => start + above);
}

export const noPreviewPage = ({ site }: Context, message: string): string =>
  ownPage(site, wordsOf(site).preview.title, notice('bad', message));
