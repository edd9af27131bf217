/** Changing one's own password. */

import { passwordProblem } from '../entry/new-password.ts';
import { placeOf } from '../entry/origin.ts';
import { hashPassword, verifyPassword } from '../entry/passwords.ts';
import { accountPage } from '../views/account.ts';
import { notice, wordsOf } from '../views/page.ts';
import { formOf, originOf, type Routes } from './route.ts';
import { entryAgain, tooOften } from './sign-in.ts';

export const accountRoutes: Routes = (app, context) => {
  app.post('/accesso/password/', async (request) => {
    const { state } = context;
    const words = wordsOf(context.site);
    const session = request.get('session');
    const account = session && state.accounts.byId(session.account);
    if (!session || !account) return entryAgain(context, request, 401, words.provider.expired);
    const again = (said: string) => request.html(accountPage(context, session, notice('bad', said)), 422);
    const form = formOf(request);
    const origin = originOf(context, request);
    const attempt = { origin, address: account.address, browser: session.hash };
    const wait = await context.limits.take(attempt);
    if (wait > 0) return tooOften(context, request, wait);
    const problem = passwordProblem(form('password'), form('ancora'), account.address, words.password);
    if (problem) return again(problem);
    if (!(await verifyPassword(form('attuale'), account.password))) return again(words.account.wrongPassword);
    const password = await hashPassword(form('password'));
    await context.limits.forgive(attempt);
    state.together(() => {
      state.accounts.setPassword(account.id, password);
      state.sessions.endOthers(account.id, session.hash);
      state.sessions.forgetBrowsers(account.id);
      const event = { at: context.now(), event: 'password-changed', who: account.address } as const;
      state.events.add({ ...event, origin: placeOf(origin) });
    });
    return request.redirect('/accesso/?esito=password', 303);
  });
};
