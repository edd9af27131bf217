/** The coordinator's page of people. */
import type { Context } from '../context.ts';
import { readAddress } from '../entry/address.ts';
import { changeRole, type Doer, invite, inviteAgain, isRole, type Problem, revokeSessions } from '../people.ts';
import { OPERATOR } from '../state/events.ts';
import { wordsOf } from '../views/page.ts';
import { type PeopleSaid, peoplePage } from '../views/people.ts';
import { type Form, formOf, type Request, type Routes } from './route.ts';

const LONGEST_NAME = 200;

export const invitationUrl = (url: string, secret: string): string => `${url}/accesso/invito/?codice=${secret}`;

export const peopleRoutes: Routes = (app, context) => {
  const show = (request: Request, said: PeopleSaid, status: 200 | 422 = 200) =>
    request.html(peoplePage(context, said), status);

  app.get('/accesso/persone/', (request) => {
    const done = request.req.query('esito') ?? '';
    const texts = wordsOf(context.site).people.done;
    return show(request, Object.hasOwn(texts, done) ? { good: texts[done] } : {});
  });

  app.post('/accesso/persone/', async (request) => {
    const form = formOf(request);
    const doer: Doer = { who: request.get('session')?.address ?? OPERATOR, now: context.now() };
    const outcome = actOn(context, form, doer);
    if ('done' in outcome) return request.redirect(`/accesso/persone/?esito=${outcome.done}`, 303);
    return show(request, outcome, outcome.bad === undefined ? 200 : 422);
  });
};

type Outcome = PeopleSaid | { done: 'ruolo' | 'sessioni' };

/** Does what one of the page's forms asks for. */
function actOn(context: Context, form: Form, doer: Doer): Outcome {
  const { state, url } = context;
  const words = wordsOf(context.site).people;
  const id = form('conto');
  const problem = (name: Problem) => ({ bad: words[name] });
  switch (form('azione')) {
    case 'ruolo': {
      const rights = rightsIn(context, form);
      if ('bad' in rights) return rights;
      const failed = changeRole(state, id, rights, doer);
      return failed ? problem(failed) : { done: 'ruolo' };
    }
    case 'sessioni': {
      const failed = revokeSessions(state, id, doer);
      return failed ? problem(failed) : { done: 'sessioni' };
    }
    case 'invito': {
      const again = inviteAgain(state, id, doer);
      if (typeof again === 'string') return problem(again);
      return { link: { address: again.account.address, url: invitationUrl(url, again.secret) } };
    }
    default:
      return inviteBy(context, form, doer);
  }
}

/** Role and participant that a form gives, or what is wrong with them. */
function rightsIn({ site }: Context, form: Form) {
  const words = wordsOf(site).people;
  const role = form('ruolo');
  const participant = form('comune') === '' ? null : form('comune');
  if (!isRole(role)) return { bad: words.badRole };
  if (participant !== null && !site.participants.some(({ id }) => id === participant))
    return { bad: words.badParticipant };
  return { role, participant };
}

function inviteBy(context: Context, form: Form, doer: Doer): PeopleSaid {
  const words = wordsOf(context.site).people;
  const tried = { address: form('indirizzo').trim(), name: form('nome').trim().slice(0, LONGEST_NAME) };
  const address = readAddress(tried.address);
  if (address === undefined) return { bad: words.badAddress, tried };
  if (tried.name === '') return { bad: words.noName, tried };
  const rights = rightsIn(context, form);
  if ('bad' in rights) return { ...rights, tried };
  if (rights.role === 'none') return { bad: words.badRole, tried };
  const secret = invite(context.state, { address, name: tried.name, ...rights }, doer);
  if (secret === undefined) return { bad: words.exists(address), tried };
  return { link: { address, url: invitationUrl(context.url, secret) } };
}
