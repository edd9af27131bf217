/** One's own account: who one is here, what one may do, how to leave. */
import type { Context } from '../context.ts';
import { HANDING_IN } from '../handing-in/address.ts';
import { mayAs } from '../roles.ts';
import type { Site } from '../site.ts';
import type { Session } from '../state/sessions.ts';
import { button, field, html, notice, ownPage, type Part, page, wordsOf } from './page.ts';
import { newPasswordFields } from './setup.ts';

/** The page of who is signed in. */
export function accountPage(context: Context, session: Session, said?: Part): string {
  const { site, state, settings } = context;
  const words = wordsOf(site);
  const { account: texts } = words;
  const account = state.accounts.byId(session.account);
  const provider = settings.providers.find(({ id }) => id === session.method);
  const method = provider ? provider.name : (texts.methods[session.method] ?? session.method);
  const municipality = site.participants.find(({ id }) => id === session.participant);
  const links = [
    mayAs(session.role, 'participant') && ['/riservato/', texts.read],
    mayAs(session.role, 'participant') && [HANDING_IN, texts.handIn],
    mayAs(session.role, 'editor') && ['/admin/', texts.editor],
    mayAs(session.role, 'editor') && ['/accesso/stato/', texts.status],
    mayAs(session.role, 'coordinator') && ['/accesso/persone/', texts.people],
    mayAs(session.role, 'coordinator') && ['/accesso/registro/', texts.events],
  ].filter((link) => link !== false);
  const linked = new Set(state.accounts.issuersOf(session.account));
  const addable = settings.providers.filter(
    ({ issuer }) => !linked.has(issuer) && !linked.has(issuer.replace(/\/$/, '')),
  );
  return ownPage(
    site,
    texts.title,
    said,
    html`<ul class="own-links">${links.map(([url, text]) => html`<li><a href="${url}">${text}</a></li>`)}</ul>
      <dl class="own-facts">
        <div><dt>${texts.name}</dt><dd>${session.name}</dd></div>
        <div><dt>${texts.address}</dt><dd>${session.address}</dd></div>
        <div><dt>${texts.role}</dt><dd>${words.roles[session.role]}</dd></div>
        ${municipality && html`<div><dt>${texts.participant}</dt><dd>${municipality.name}</dd></div>`}
        <div><dt>${texts.method}</dt><dd>${method}</dd></div>
      </dl>
      <form method="post" action="/accesso/uscita/"><p>${button(texts.signOut)}</p></form>`,
    account?.password != null &&
      html`<section aria-labelledby="cambiare"><h2 id="cambiare">${texts.changePassword}</h2>
        <form class="way" method="post" action="/accesso/password/">
          <input type="hidden" name="indirizzo" value="${session.address}" autocomplete="username">
          ${field({ name: 'attuale', label: texts.current, type: 'password', autocomplete: 'current-password' })}
          ${newPasswordFields(words)}
          ${button(texts.save)}
        </form></section>`,
    addable.length > 0 &&
      html`<section aria-labelledby="modi"><h2 id="modi">${texts.otherWays}</h2>
        ${addable.map(
          ({ id, name }) => html`<form method="post" action="/accesso/collegare/"><p>
            <input type="hidden" name="fornitore" value="${id}">${button(texts.link(name))}
          </p></form>`,
        )}</section>`,
  );
}

/** What has just been done, by the name that a redirect gives it; nothing for any other name. */
export function outcomeOf(site: Site, name: string | undefined, provider: string | undefined): Part {
  const words = wordsOf(site);
  if (name === 'password') return notice('good', words.account.passwordChanged);
  if (name === 'collegato' && provider) return notice('good', words.provider.linked(provider));
  return undefined;
}

/** The step between this site and a provider: a form may not lead elsewhere, a link may. */
export function goPage(site: Site, name: string, url: string): string {
  const { provider } = wordsOf(site);
  return page(
    site,
    provider.go(name),
    html`<p class="lead">${provider.goText}</p><p><a class="button" href="${url}">${provider.goLink(name)}</a></p>`,
  );
}
