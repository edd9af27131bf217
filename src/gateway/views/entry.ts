/** Where one signs in: the same bytes for everybody, unless something has just gone wrong. */
import type { Context } from '../context.ts';
import { digestOf } from '../serving/encodings.ts';
import type { ServedFile } from '../serving/files.ts';
import type { Site } from '../site.ts';
import { button, field, type Html, html, notice, type Part, page, wordsOf } from './page.ts';
import { framed } from './shell.ts';

/** What was tried before: it stands in the forms again. */
export interface Tried {
  said?: Part;
  /** Where to go afterwards; well-formed, and not looked up before the sign-in. */
  returnTo?: string;
  address?: string;
}

/** The ways of signing in, and how to get access. */
export function entryHtml({ site, settings, sendMail }: Context, { said, returnTo = '', address }: Tried = {}): string {
  const words = wordsOf(site);
  const hidden = html`<input type="hidden" name="verso" value="${returnTo}">`;
  const query = returnTo === '' ? '' : `?verso=${encodeURIComponent(returnTo)}`;
  const providers = settings.providers.map(
    ({ id, name }) => html`<a class="button" href="/accesso/con/${id}/${query}">${words.entry.with(name)}</a>`,
  );
  const forms = html`${said}<div class="ways">
    ${providers.length > 0 && html`<p class="way">${providers}</p>`}
    <form class="way" method="post" action="/accesso/">
      ${providers.length > 0 && html`<h2>${words.entry.other}</h2>`}
      ${hidden}
      ${field({ name: 'indirizzo', label: words.entry.address, type: 'email', autocomplete: 'username', value: address })}
      ${field({ name: 'password', label: words.entry.password, type: 'password', autocomplete: 'current-password' })}
      ${button(words.entry.submit)}
    </form>
    ${sendMail && mailForm(words, hidden)}
  </div>`;
  const [before, after] = site.shell.access;
  return framed(site.shell, words.entry.title, `${before}${forms}${after}`);
}

const mailForm = (words: ReturnType<typeof wordsOf>, hidden: Html) => html`
  <form class="way" method="post" action="/accesso/posta/">
    <h2>${words.entry.mail}</h2>
    <p>${words.entry.mailHelp}</p>
    ${hidden}
    ${field({ form: 'mail', name: 'indirizzo', label: words.entry.address, type: 'email', autocomplete: 'email' })}
    ${button(words.entry.mailSubmit)}
  </form>`;

const made = new WeakMap<Site, { entry?: ServedFile; forbidden?: ServedFile }>();

/** A page that is the same for everybody, made once for each site that is served. */
function once(site: Site, name: 'entry' | 'forbidden', make: () => string): ServedFile {
  const known = made.get(site) ?? {};
  made.set(site, known);
  known[name] ??= asFile(make());
  return known[name];
}

function asFile(text: string): ServedFile {
  const body = Buffer.from(text);
  const digest = digestOf(body);
  const encodings = { identity: { body, etag: `"${digest}"` } };
  return { url: '', type: 'text/html; charset=utf-8', digest, immutable: false, encodings };
}

/** What every protected address answers without a session. */
export const entryPage = (context: Context): ServedFile => once(context.site, 'entry', () => entryHtml(context));

/** What every address of a zone answers to a role that may not see it. */
export const forbiddenPage = ({ site }: Context): ServedFile =>
  once(site, 'forbidden', () => {
    const { title, text, next } = wordsOf(site).forbidden;
    // In the frame of those who are not signed in: whose role is `none` may not see what the other is made of.
    return page(site, title, html`<p class="lead">${text}</p><p><a href="/accesso/">${next}</a></p>`);
  });

/** A page that says what went wrong, and leads back. */
export function refusedPage(site: Site, text: string): string {
  const words = wordsOf(site);
  return page(site, words.refused.title, notice('bad', text), html`<p><a href="/accesso/">${words.here}</a></p>`);
}
