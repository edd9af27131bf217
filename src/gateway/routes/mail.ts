/** Signing in with a link by e-mail: for the browser that asked, once, confirmed by a button. */
import type { Context } from '../context.ts';
import { readAddress } from '../entry/address.ts';
import { grantOfAddress } from '../entry/grants.ts';
import type { Account } from '../state/accounts.ts';
import { hashOf, newSecret } from '../state/secrets.ts';
import { confirmPage, sentPage } from '../views/mail.ts';
import { wordsOf } from '../views/page.ts';
import { cookieOf, formOf, giveCookie, landing, originOf, type Routes, returnToOf, takeCookie } from './route.ts';
import { beginSession, entryAgain, tooOften } from './sign-in.ts';

/** Who may come in by proving an address: an account, or somebody on the list of people. */
function mayEnter({ state, settings }: Context, address: string): boolean {
  const account = state.accounts.byAddress(address);
  return account ? account.role !== 'none' : (grantOfAddress(address, settings)?.role ?? 'none') !== 'none';
}

/** The account of a proven address, made where the list of people has it and nobody has signed in yet. */
function accountOf({ state, settings, now }: Context, address: string): Account | undefined {
  const known = state.accounts.byAddress(address);
  if (known) return known.role === 'none' ? undefined : known;
  const found = grantOfAddress(address, settings);
  if (!found || found.role === 'none') return undefined;
  return state.accounts.add({ ...found, address, name: address }, now());
}

export const mailRoutes: Routes = (app, context) => {
  const { sendMail } = context;
  if (!sendMail) return;

  app.post('/accesso/posta/', async (request) => {
    const form = formOf(request);
    const address = readAddress(form('indirizzo').trim());
    const returnTo = returnToOf(request, form('verso'));
    const words = wordsOf(context.site).mail;
    if (address === undefined) return entryAgain(context, request, 401, words.badAddress, { returnTo });
    const wait = await context.limits.take({ origin: originOf(context, request), address: `mail ${address}` });
    if (wait > 0) return tooOften(context, request, wait, { returnTo });
    const browser = newSecret();
    giveCookie(context, request, 'mail', browser);
    // After the answer, which is the same for everybody: neither words nor time tell who takes part.
    setImmediate(() => void send(address, hashOf(browser), returnTo));
    return request.html(sentPage(context.site, address));
  });

  async function send(address: string, browser: string, returnTo: string): Promise<void> {
    const { state, site, log } = context;
    try {
      if (!mayEnter(context, address)) return;
      // Links asked for before stay good: else anybody could void those of others.
      const secret = state.tickets.issue('mail', address, { address, browser, returnTo }, context.now());
      const { mail } = wordsOf(site);
      const link = `${context.url}/accesso/posta/?codice=${secret}`;
      await sendMail?.(address, mail.subject(site.shell.network), mail.text(site.shell.network, link));
    } catch (error) {
      log.error({ reason: (error as Error).message }, 'mail not sent');
    }
  }

  app.get('/accesso/posta/', (request) => {
    const secret = request.req.query('codice') ?? '';
    const ticket = context.state.tickets.peek('mail', secret, context.now());
    const mark = cookieOf(context, request, 'mail');
    if (!ticket || !mark || ticket.browser !== hashOf(mark))
      return entryAgain(context, request, 410, wordsOf(context.site).mail.invalid);
    return request.html(confirmPage(context.site, secret));
  });

  app.post('/accesso/posta/conferma/', async (request) => {
    const { state } = context;
    const form = formOf(request);
    const mark = cookieOf(context, request, 'mail');
    const secret = form('codice');
    const expected = state.tickets.peek('mail', secret, context.now());
    const own = mark !== undefined && expected?.browser === hashOf(mark);
    const account = own
      ? state.together(() => {
          const ticket = state.tickets.take('mail', secret, context.now());
          return ticket && accountOf(context, ticket.address);
        })
      : undefined;
    if (!account) return entryAgain(context, request, 410, wordsOf(context.site).mail.invalid);
    takeCookie(context, request, 'mail');
    beginSession(context, request, account, 'mail');
    return request.redirect(landing(context, expected?.returnTo ?? ''), 303);
  });
};
