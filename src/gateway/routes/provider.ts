/** Signing in through an identity provider, and adding one to an account. */
import type { Context } from '../context.ts';
import { type GrantedRole, grantOf, provenAddress } from '../entry/grants.ts';
import { placeOf } from '../entry/origin.ts';
import type { Provider, Vouched } from '../entry/providers.ts';
import type { Account } from '../state/accounts.ts';
import { SERVICE } from '../state/events.ts';
import type { TicketPayloads } from '../state/tickets.ts';
import { goPage } from '../views/account.ts';
import { wordsOf } from '../views/page.ts';
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
import { beginSession, entryAgain, tooOften } from './sign-in.ts';

type Journey = TicketPayloads['provider'];

/** Sends a browser off to a provider, with a ticket for its return. @returns where to; nothing where it does not answer */
async function depart(
  context: Context,
  request: Request,
  provider: Provider,
  rest: Pick<Journey, 'returnTo' | 'link' | 'invitation'>,
): Promise<string | undefined> {
  try {
    const { url, journey } = await provider.leave();
    const payload = { ...journey, ...rest, provider: provider.settings.id };
    giveCookie(context, request, 'journey', context.state.tickets.issue('provider', '', payload, context.now()));
    return url;
  } catch (error) {
    context.log.warn({ provider: provider.settings.id, reason: reasonOf(error) }, 'provider unreachable');
    return undefined;
  }
}

/** What a log may say of a failure: codes, and no tokens. */
function reasonOf(error: unknown): string {
  const { code, error: oauth, message } = error as { code?: string; error?: string; message?: string };
  return [code, oauth ?? message].filter(Boolean).join(': ').slice(0, 200);
}

/** True where the provider does not take this gateway for its client (RFC 6749, section 5.2). */
const isMisconfigured = (error: unknown): boolean =>
  ['invalid_client', 'unauthorized_client'].includes((error as { error?: string }).error ?? '');

export const providerRoutes: Routes = (app, context) => {
  app.get('/accesso/con/:id/', async (request) => {
    const words = wordsOf(context.site).provider;
    const provider = context.providers.get(request.req.param('id'));
    if (!provider) return entryAgain(context, request, 410, words.unknown);
    const wait = await context.limits.takePlace(originOf(context, request));
    if (wait > 0) return tooOften(context, request, wait);
    const returnTo = returnToOf(request, request.req.query('verso'));
    const url = await depart(context, request, provider, { returnTo });
    if (!url) return entryAgain(context, request, 503, words.unreachable(provider.settings.name), { returnTo });
    return request.redirect(url, 303);
  });

  // Linking is asked for by a form of this site: else somebody could have his own identity linked to another's account.
  app.post('/accesso/collegare/', async (request) => {
    const { state, site } = context;
    const form = formOf(request);
    const words = wordsOf(site);
    const provider = context.providers.get(form('fornitore'));
    const invitation = form('codice');
    const account = invitation
      ? state.tickets.peek('invitation', invitation, context.now())?.account
      : request.get('session')?.account;
    if (!provider || !account) return entryAgain(context, request, 410, words.provider.unknown);
    const rest = { returnTo: '', link: account, ...(invitation ? { invitation } : {}) };
    const url = await depart(context, request, provider, rest);
    if (!url) return entryAgain(context, request, 503, words.provider.unreachable(provider.settings.name));
    return request.html(goPage(site, provider.settings.name, url));
  });

  app.get('/accesso/ritorno/:id/', async (request) => {
    const words = wordsOf(context.site).provider;
    const provider = context.providers.get(request.req.param('id'));
    const secret = cookieOf(context, request, 'journey');
    takeCookie(context, request, 'journey');
    const journey = secret === undefined ? undefined : context.state.tickets.take('provider', secret, context.now());
    if (!provider || journey?.provider !== provider.settings.id)
      return entryAgain(context, request, 410, words.expired);
    const { name } = provider.settings;
    let vouched: Vouched;
    try {
      vouched = await provider.comeBack(journey, new URL(request.req.url).search);
    } catch (error) {
      context.log.warn({ provider: provider.settings.id, reason: reasonOf(error) }, 'sign-in not confirmed');
      const said = isMisconfigured(error) ? words.misconfigured(name) : words.failed(name);
      return entryAgain(context, request, 401, said, { returnTo: journey.returnTo });
    }
    if (journey.link) return link(context, request, journey, provider, vouched);
    const account = accountOf(context, provider, vouched);
    if (typeof account === 'object') {
      beginSession(context, request, account, provider.settings.id);
      await context.limits.forgivePlace(originOf(context, request));
      return request.redirect(landing(context, journey.returnTo), 303);
    }
    const origin = placeOf(originOf(context, request));
    const about = provenAddress(vouched.claims, provider.settings) ?? null;
    const reason = account === 'no role' && about === null ? 'no role, and no verified address' : account;
    context.log.warn({ provider: provider.settings.id, reason }, 'sign-in refused');
    context.state.events.add({ at: context.now(), event: 'sign-in-failed', who: null, about, origin });
    return entryAgain(context, request, 403, account === 'taken' ? words.taken : words.refused(name));
  });
};

/** The account of a person who has come back; `no role` where none is theirs, `taken` where the address is another's. */
function accountOf(
  context: Context,
  { settings }: Provider,
  { issuer, claims }: Vouched,
): Account | 'no role' | 'taken' {
  const { accounts } = context.state;
  const found = grantOf(claims, settings, context.settings);
  return context.state.together(() => {
    const known = accounts.byIdentity(issuer, claims.sub);
    if (known) {
      followAddress(context, known, provenAddress(claims, settings));
      const account = regrant(context, known, found);
      return account.role === 'none' ? 'no role' : account;
    }
    if (!found || found.role === 'none') return 'no role';
    // An address that nobody vouches for is no name: what stands in its place is no address.
    const address = provenAddress(claims, settings) ?? `${settings.id}:${claims.sub}`;
    if (accounts.byAddress(address)) return 'taken';
    const name = typeof claims.name === 'string' ? claims.name.slice(0, 200) : address;
    const account = accounts.add({ ...found, address, name }, context.now());
    accounts.link(account.id, issuer, claims.sub);
    return account;
  });
}

/** The address that a provider vouches for now, unless the account was made by hand, or the address is another's. */
function followAddress({ state: { accounts } }: Context, account: Account, address: string | undefined): void {
  if (account.granted === 'hand' || address === undefined || accounts.byAddress(address)) return;
  accounts.readdress(account.id, address);
}

/** An account with the role that is found now, unless a coordinator has given it one by hand. */
function regrant({ state, now }: Context, account: Account, found: GrantedRole | undefined): Account {
  if (account.granted === 'hand') return account;
  const { role, participant, granted } = found ?? {
    role: 'none' as const,
    participant: null,
    granted: account.granted,
  };
  if (role === account.role && participant === account.participant && granted === account.granted) return account;
  state.accounts.grant(account.id, role, participant, granted);
  if (role !== account.role)
    state.events.add({
      at: now(),
      event: 'role-changed',
      who: SERVICE,
      about: account.address,
      detail: role,
      origin: null,
    });
  return { ...account, role, participant, granted };
}

/** Adds an identity to the account that asked for it, while that still is who asks. */
function link(context: Context, request: Request, journey: Journey, provider: Provider, { issuer, claims }: Vouched) {
  const { state, now } = context;
  const words = wordsOf(context.site).provider;
  const id = journey.link as string;
  const outcome = state.together(() => {
    const holder = state.accounts.byIdentity(issuer, claims.sub);
    if (holder && holder.id !== id) return 'other';
    const { invitation } = journey;
    const asks = invitation
      ? state.tickets.take('invitation', invitation, now())?.account
      : request.get('session')?.account;
    const account = state.accounts.byId(id);
    if (asks !== id || !account || account.role === 'none') return 'expired';
    if (invitation) {
      state.sessions.endAll(id);
      state.sessions.forgetBrowsers(id);
    }
    if (!holder) state.accounts.link(id, issuer, claims.sub);
    const event = invitation ? ('accepted' as const) : ('identity-linked' as const);
    state.events.add({ at: now(), event, who: account.address, detail: provider.settings.name });
    return account;
  });
  if (outcome === 'expired') return entryAgain(context, request, 410, words.expired);
  if (outcome === 'other') return entryAgain(context, request, 403, words.otherAccount);
  beginSession(context, request, outcome, provider.settings.id);
  return request.redirect(journey.invitation ? landing(context, '') : '/accesso/?esito=collegato', 303);
}
