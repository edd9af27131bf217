/** Signing in with a password, and out. */
import type { Context } from '../context.ts';
import { readAddress } from '../entry/address.ts';
import { placeOf } from '../entry/origin.ts';
import { BusyError, PASSWORD_LENGTH, verifyPassword } from '../entry/passwords.ts';
import type { Account } from '../state/accounts.ts';
import { hashOf } from '../state/secrets.ts';
import { accountPage, outcomeOf } from '../views/account.ts';
import { entryHtml, type Tried } from '../views/entry.ts';
import { html, notice, wordsOf } from '../views/page.ts';
import {
  cookieOf,
  formOf,
  giveCookie,
  landing,
  originOf,
  type Request,
  type Routes,
  returnToOf,
  takeCookie,
} from './route.ts';

const LONGEST_ADDRESS = 254;

/** The entry page once more, saying what went wrong. */
export function entryAgain(
  context: Context,
  request: Request,
  status: 401 | 403 | 410 | 429 | 503,
  said: string,
  tried: Tried = {},
) {
  return request.html(entryHtml(context, { ...tried, said: notice('bad', said) }), status);
}

/** The entry page for who tries too often. */
export function tooOften(context: Context, request: Request, seconds: number, tried?: Tried) {
  const words = wordsOf(context.site);
  request.header('retry-after', String(seconds));
  return entryAgain(context, request, 429, words.entry.later(words.minutes(seconds)), tried);
}

/**
 * Begins a session for an account: a new id, whatever id the browser had before.
 *
 * @param method how the person signed in
 */
export function beginSession(context: Context, request: Request, account: Account, method: string): void {
  const { state } = context;
  const now = context.now();
  const before = cookieOf(context, request, 'session');
  const mark = cookieOf(context, request, 'browser');
  state.together(() => {
    if (before) state.sessions.end(before);
    giveCookie(context, request, 'session', state.sessions.begin(account.id, method, now));
    const known = mark !== undefined && state.sessions.accountOfBrowser(mark, now) === account.id;
    if (!known) giveCookie(context, request, 'browser', state.sessions.rememberBrowser(account.id, now));
    state.accounts.markSignedIn(account.id, now);
    const origin = placeOf(originOf(context, request));
    state.events.add({ at: now, event: 'signed-in', who: account.address, origin });
  });
}

export const signInRoutes: Routes = (app, context) => {
  app.get('/accesso/', async (request) => {
    const session = request.get('session');
    const outcome = request.req.query('esito');
    if (session) {
      const through = context.providers.get(session.method)?.settings.name;
      return request.html(accountPage(context, session, outcomeOf(context.site, outcome, through)));
    }
    const words = wordsOf(context.site);
    const ended = outcome === 'uscita' && (await signedOutNotice(context, request.req.query('da')));
    const said = ended || undefined;
    const returnTo = returnToOf(request, request.req.query('verso'));
    return request.html(
      entryHtml(context, { said: said && notice('good', html`${words.entry.signedOut} ${said}`), returnTo }),
    );
  });

  app.post('/accesso/', async (request) => {
    const { state, limits, site } = context;
    const form = formOf(request);
    const words = wordsOf(site);
    const typed = form('indirizzo').trim().slice(0, LONGEST_ADDRESS);
    const address = readAddress(typed);
    const tried = { address: typed, returnTo: returnToOf(request, form('verso')) };
    const account = address === undefined ? undefined : state.accounts.byAddress(address);
    const origin = originOf(context, request);
    const mark = cookieOf(context, request, 'browser');
    const known = mark && account && state.sessions.accountOfBrowser(mark, context.now()) === account.id;
    const attempt = { origin, address: address ?? typed, browser: known ? hashOf(mark) : undefined };
    const wait = await limits.take(attempt);
    if (wait > 0) return tooOften(context, request, wait, tried);
    const password = form('password').slice(0, PASSWORD_LENGTH.most + 1);
    try {
      const right = await verifyPassword(password, account?.password);
      if (!account || !right || account.role === 'none') {
        const event = { at: context.now(), event: 'sign-in-failed', who: null, about: address ?? null } as const;
        state.events.add({ ...event, origin: placeOf(origin) });
        return entryAgain(context, request, 401, words.entry.wrong, tried);
      }
    } catch (error) {
      if (!(error instanceof BusyError)) throw error;
      request.header('retry-after', '5');
      return entryAgain(context, request, 429, words.entry.busy, tried);
    }
    await limits.forgive(attempt);
    beginSession(context, request, account, 'password');
    return request.redirect(landing(context, tried.returnTo), 303);
  });

  app.post('/accesso/uscita/', (request) => {
    const { state } = context;
    const session = request.get('session');
    const id = cookieOf(context, request, 'session');
    if (session && id) {
      state.sessions.end(id);
      state.events.add({ at: context.now(), event: 'signed-out', who: session.address });
    }
    takeCookie(context, request, 'session');
    const provider = session && context.providers.get(session.method)?.settings.id;
    return request.redirect(`/accesso/?esito=uscita${provider ? `&da=${provider}` : ''}`, 303);
  });
};

/** Whoever came through a provider is told that the session there goes on. */
async function signedOutNotice(context: Context, from: string | undefined) {
  const words = wordsOf(context.site).entry;
  const provider = from === undefined ? undefined : context.providers.get(from);
  const url = await provider?.signOutUrl();
  if (!provider || !url) return ' ';
  return html`${words.stillAt(provider.settings.name)} <a href="${url}">${words.endThere}</a>.`;
}
