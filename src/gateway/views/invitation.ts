/** Where an invitation is accepted. */
import type { Context } from '../context.ts';
import type { Account } from '../state/accounts.ts';
import { button, html, notice, page, wordsOf } from './page.ts';
import { newPasswordFields } from './setup.ts';

/** The ways in which an invited person can sign in from now on. */
export function invitationPage(
  { site, settings }: Context,
  { address, name }: Account,
  secret: string,
  said?: string,
): string {
  const words = wordsOf(site);
  const hidden = html`<input type="hidden" name="codice" value="${secret}">`;
  const providers = settings.providers.map(
    ({ id, name: provider }) => html`<form class="way" method="post" action="/accesso/collegare/">
      ${hidden}<input type="hidden" name="fornitore" value="${id}">
      ${button(words.invitation.orWith(provider))}
    </form>`,
  );
  return page(
    site,
    words.invitation.title,
    html`<p class="lead">${words.invitation.lead(name, address)}</p>`,
    said !== undefined && notice('bad', said),
    html`<div class="ways">
      <form class="way" method="post" action="/accesso/invito/">
        ${hidden}
        <input type="hidden" name="indirizzo" value="${address}" autocomplete="username">
        ${newPasswordFields(words)}
        ${button(words.invitation.submit)}
      </form>
      ${providers}
    </div>`,
  );
}
