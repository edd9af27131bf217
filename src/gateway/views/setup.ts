/** Where the first coordinator's account is made. */
import { PASSWORD_LENGTH } from '../entry/passwords.ts';
import type { Site } from '../site.ts';
import { button, field, type Html, html, notice, page, type Words, wordsOf } from './page.ts';

export interface SetupTried {
  said?: string;
  name?: string;
  address?: string;
}

/** Two lines for a new password. */
export const newPasswordFields = ({ password }: Words): Html => html`
  ${field({
    name: 'password',
    label: password.new,
    type: 'password',
    autocomplete: 'new-password',
    help: password.help(PASSWORD_LENGTH.least),
  })}
  ${field({ name: 'ancora', label: password.again, type: 'password', autocomplete: 'new-password' })}`;

/** The form that makes the first account. */
export function setupPage(site: Site, secret: string, { said, name, address }: SetupTried = {}): string {
  const words = wordsOf(site);
  return page(
    site,
    words.setup.title,
    html`<p class="lead">${words.setup.lead}</p>`,
    said !== undefined && notice('bad', said),
    html`<form class="way" method="post" action="/accesso/avvio/">
      <input type="hidden" name="codice" value="${secret}">
      ${field({ name: 'nome', label: words.setup.name, autocomplete: 'name', value: name })}
      ${field({ name: 'indirizzo', label: words.entry.address, type: 'email', autocomplete: 'username', value: address })}
      ${newPasswordFields(words)}
      ${button(words.setup.submit)}
    </form>`,
  );
}
