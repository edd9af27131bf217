/** Accepting an invitation: with a password of one's own, or an identity provider. */
import { passwordProblem } from '../entry/new-password.ts';
import { hashPassword } from '../entry/passwords.ts';
import { invitationPage } from '../views/invitation.ts';
import { wordsOf } from '../views/page.ts';
import { formOf, landing, type Request, type Routes } from './route.ts';
import { beginSession, entryAgain } from './sign-in.ts';

export const invitationRoutes: Routes = (app, context) => {
  const { state } = context;
  const invalid = (request: Request) => entryAgain(context, request, 410, wordsOf(context.site).invitation.invalid);
  /** The account that an invitation is for, while it may sign in. */
  const accountOf = (secret: string) => {
    const ticket = state.tickets.peek('invitation', secret, context.now());
    const account = ticket && state.accounts.byId(ticket.account);
    return account?.role === 'none' ? undefined : account;
  };

  app.get('/accesso/invito/', (request) => {
    const secret = request.req.query('codice') ?? '';
    const account = accountOf(secret);
    return account ? request.html(invitationPage(context, account, secret)) : invalid(request);
  });

  app.post('/accesso/invito/', async (request) => {
    const form = formOf(request);
    const secret = form('codice');
    const account = accountOf(secret);
    if (!account) return invalid(request);
    const words = wordsOf(context.site);
    const problem = passwordProblem(form('password'), form('ancora'), account.address, words.password);
    if (problem) return request.html(invitationPage(context, account, secret, problem), 422);
    const password = await hashPassword(form('password'));
    const accepted = state.together(() => {
      if (!state.tickets.take('invitation', secret, context.now())) return false;
      state.accounts.setPassword(account.id, password);
      // Whoever knew the old password, or sat at an old browser, starts anew.
      state.sessions.endAll(account.id);
      state.sessions.forgetBrowsers(account.id);
      const event = { at: context.now(), event: 'accepted', who: account.address } as const;
      state.events.add(event);
      return true;
    });
    if (!accepted) return invalid(request);
    beginSession(context, request, account, 'password');
    return request.redirect(landing(context, ''), 303);
  });
};
