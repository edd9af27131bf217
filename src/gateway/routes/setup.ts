/** The first coordinator, by the link that the first start prints. */
import { readAddress } from '../entry/address.ts';
import { passwordProblem } from '../entry/new-password.ts';
import { hashPassword } from '../entry/passwords.ts';
import { wordsOf } from '../views/page.ts';
import { type SetupTried, setupPage } from '../views/setup.ts';
import { formOf, type Request, type Routes } from './route.ts';
import { beginSession, entryAgain } from './sign-in.ts';

const LONGEST_NAME = 200;

export const setupRoutes: Routes = (app, context) => {
  const { state } = context;
  const invalid = (request: Request) => entryAgain(context, request, 410, wordsOf(context.site).setup.invalid);

  app.get('/accesso/avvio/', (request) => {
    const secret = request.req.query('codice') ?? '';
    if (!state.tickets.peek('setup', secret, context.now())) return invalid(request);
    return request.html(setupPage(context.site, secret));
  });

  app.post('/accesso/avvio/', async (request) => {
    const form = formOf(request);
    const words = wordsOf(context.site);
    const secret = form('codice');
    if (!state.tickets.peek('setup', secret, context.now())) return invalid(request);
    const address = readAddress(form('indirizzo').trim());
    const name = form('nome').trim().slice(0, LONGEST_NAME);
    const tried: SetupTried = { name, address: form('indirizzo') };
    const again = (said: string) => request.html(setupPage(context.site, secret, { ...tried, said }), 422);
    if (name === '') return again(words.setup.noName);
    if (address === undefined) return again(words.setup.badAddress);
    const problem = passwordProblem(form('password'), form('ancora'), address, words.password);
    if (problem) return again(problem);
    const password = await hashPassword(form('password'));
    const account = state.together(() => {
      if (!state.tickets.take('setup', secret, context.now())) return undefined;
      const known = state.accounts.byAddress(address);
      const made =
        known ??
        state.accounts.add({ address, name, role: 'coordinator', participant: null, granted: 'hand' }, context.now());
      state.accounts.grant(made.id, 'coordinator', made.participant, 'hand');
      state.accounts.setPassword(made.id, password);
      const event = { at: context.now(), event: 'role-changed', who: address, about: address } as const;
      state.events.add({ ...event, detail: 'coordinator' });
      return made;
    });
    if (!account) return invalid(request);
    beginSession(context, request, account, 'password');
    return request.redirect('/accesso/', 303);
  });
};
