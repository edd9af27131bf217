/** Pages of the sign-in by e-mail. */
import type { Site } from '../site.ts';
import { button, html, notice, page, wordsOf } from './page.ts';

/** The same for every address. */
export function sentPage(site: Site, address: string): string {
  const { mail } = wordsOf(site);
  return page(site, mail.title, notice('good', mail.sent(address)));
}

/** What a link opens: only its button signs in, since mail programs open links by themselves. */
export function confirmPage(site: Site, secret: string): string {
  const { mail } = wordsOf(site);
  return page(
    site,
    mail.title,
    html`<p class="lead">${mail.confirm}</p>
      <form class="way" method="post" action="/accesso/posta/conferma/">
        <input type="hidden" name="codice" value="${secret}">
        ${button(mail.submit)}
      </form>`,
  );
}
