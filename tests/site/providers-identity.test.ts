/** Who is who: issuer and subject are the identity, an address is none; identities are added by those whose account it is. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { messages } from '#i18n';
import { fewPages, RESTRICTED } from '../support/few-pages.ts';
import { type Provided, runProvided } from '../support/provided.ts';
import { type Answer, alertIn, newVisitor, type Visitor, wordsIn } from '../support/visitor.ts';

const words = messages('it').gateway;
const LINK = '/accesso/collegare/';

let site: ReturnType<typeof fewPages>;
let provided: Provided;

beforeAll(() => {
  site = fewPages(inject('dist'));
});
afterAll(() => site.remove());
beforeEach(async () => {
  const verified = (name: string) => ({ email: `${name}@comune.example`, email_verified: true, name });
  provided = await runProvided({
    dist: site.path,
    providers: {
      uno: { people: { anna: verified('anna'), bruno: verified('bruno') } },
      due: { people: { anna: verified('altra-anna'), carla: verified('anna') } },
    },
    settings: { domains: { 'comune.example': 'participant' } },
  });
});
afterEach(() => provided.close());

const identity = (sub: string, by = 'uno') =>
  provided.gateway.state.accounts.byIdentity(provided.providers[by]?.issuer ?? '', sub);

/** Somebody with an account made by hand, signed in. */
function localPerson(address: string): { id: string; visitor: Visitor } {
  const id = provided.gateway.account(address, 'editor');
  const visitor = newVisitor();
  visitor.setCookie(provided.url, 'polinet-session', provided.gateway.session(id).split('=')[1]);
  return { id, visitor };
}

/** Goes from the form that adds a provider to where it sends people back. */
async function linkAt(visitor: Visitor, page: Answer, person: string, by = 'uno'): Promise<Answer> {
  const step = await visitor.submit(page, { fornitore: by }, LINK);
  expect(step.status).toBe(200);
  const there = await visitor.walk(visitor.link(step, words.provider.goLink(`Ente ${by}`)));
  return visitor.follow(await visitor.submit(there, { utente: person, esito: 'entra' }), ({ location }) =>
    (location ?? '').startsWith(`${provided.url}/accesso/ritorno/`),
  );
}

const ownPage = (visitor: Visitor) => visitor.get(`${provided.url}/accesso/`);

describe('the identity is issuer and subject', () => {
  it('a changed address and name keep the account', async () => {
    await provided.enter('anna');
    const before = identity('anna');
    provided.providers.uno?.people.set('anna', { email: 'anna.rossi@comune.example', email_verified: true });
    expect((await provided.enter('anna')).status).toBe(303);
    expect(identity('anna')?.id).toBe(before?.id);
    expect(provided.gateway.state.accounts.all()).toHaveLength(1);
  });

  it('whoever gets an address that somebody else had is not that person', async () => {
    await provided.enter('anna');
    const { people } = provided.providers.uno ?? {};
    people?.set('anna', { email: 'anna.rossi@comune.example', email_verified: true });
    await provided.enter('anna');
    people?.set('nuova-anna', { email: 'anna@comune.example', email_verified: true });
    await provided.enter('nuova-anna');
    expect(identity('nuova-anna')?.id).not.toBe(identity('anna')?.id);
  });

  it('the same subject at another provider is somebody else', async () => {
    await provided.enter('anna');
    await provided.enter('anna', { by: 'due' });
    expect(identity('anna')?.id).toBeDefined();
    expect(identity('anna', 'due')?.id).not.toBe(identity('anna')?.id);
  });
});

describe('an address that has an account already', () => {
  it('is not taken over by who proves it at a provider, and the page says what to do', async () => {
    const { id } = localPerson('anna@comune.example');
    const before = provided.sessions();
    const answer = await provided.enter('anna');
    expect([answer.status, alertIn(answer)]).toEqual([403, words.provider.taken]);
    expect(provided.sessions()).toBe(before);
    expect(identity('anna')).toBeUndefined();
    expect(provided.gateway.state.accounts.issuersOf(id)).toEqual([]);
  });

  it('is not taken over through another provider either', async () => {
    await provided.enter('anna');
    const answer = await provided.enter('carla', { by: 'due' });
    expect([answer.status, alertIn(answer)]).toEqual([403, words.provider.taken]);
  });
});

describe('adding an identity on one’s own page', () => {
  it('lets one in through it from then on, says so, and stands in the log', async () => {
    const { id, visitor } = localPerson('anna@comune.example');
    const back = await linkAt(visitor, await ownPage(visitor), 'anna');
    const linked = await visitor.get(back.location ?? '');
    expect([linked.status, identity('anna')?.id]).toEqual([303, id]);
    expect(provided.gateway.state.events.page(2, 0).map(({ event }) => event)).toContain('identity-linked');
    const page = await visitor.get(linked.location ?? '');
    expect(page.status).toBe(200);
    expect(wordsIn(page)).not.toContain(words.account.link('Ente uno'));
    expect((await provided.enter('anna')).status).toBe(303);
    expect(wordsIn(page)).toContain(words.provider.linked('Ente uno'));
  });

  it('is asked for by a form of this site, not by a link or from elsewhere', async () => {
    const { visitor } = localPerson('anna@comune.example');
    expect((await visitor.get(`${provided.url}${LINK}?fornitore=uno`)).status).toBe(404);
    const foreign = { origin: 'http://evil.example' };
    const answer = await visitor.post(provided.url + LINK, { fornitore: 'uno' }, foreign);
    expect([answer.status, visitor.cookie(provided.url, 'polinet-journey')]).toEqual([403, undefined]);
  });

  it('is not for those who are nobody here', async () => {
    const answer = await newVisitor().post(provided.url + LINK, { fornitore: 'uno' });
    expect(answer.status).toBe(410);
  });

  it('takes no identity away from another account', async () => {
    await provided.enter('bruno');
    const before = identity('bruno')?.id;
    const { id, visitor } = localPerson('anna@comune.example');
    const back = await linkAt(visitor, await ownPage(visitor), 'bruno');
    const answer = await visitor.get(back.location ?? '');
    expect([answer.status, alertIn(answer)]).toEqual([403, words.provider.otherAccount]);
    expect([identity('bruno')?.id, provided.gateway.state.accounts.issuersOf(id)]).toEqual([before, []]);
  });

  it.each([
    ['signed out', async (visitor: Visitor, page: Answer) => void (await visitor.submit(page, {}, '/accesso/uscita/'))],
    [
      'become somebody else',
      async (visitor: Visitor) => {
        const { visitor: other } = localPerson('bruno@altrove.example');
        visitor.setCookie(provided.url, 'polinet-session', other.cookie(provided.url, 'polinet-session'));
      },
    ],
  ])('comes to nothing when one has %s in the meantime', async (_, change) => {
    const { id, visitor } = localPerson('anna@comune.example');
    const page = await ownPage(visitor);
    const back = await linkAt(visitor, page, 'anna');
    await change(visitor, page);
    const answer = await visitor.get(back.location ?? '');
    expect([answer.status, alertIn(answer)]).toEqual([410, words.provider.expired]);
    expect(provided.gateway.state.accounts.issuersOf(id)).toEqual([]);
  });
});

describe('accepting an invitation with an identity', () => {
  /** A coordinator invites somebody. @returns the link */
  async function invited(address: string): Promise<string> {
    const cookie = provided.gateway.session(provided.gateway.account('capo@altrove.example', 'coordinator'));
    const form = { azione: 'nuovo', indirizzo: address, nome: 'Anna', ruolo: 'editor', comune: 'rivoli' };
    const page = await newVisitor().post(`${provided.url}/accesso/persone/`, form, { cookie });
    return /http[^<]*codice=[\w-]{43}/.exec(page.text)?.[0] ?? '';
  }

  it('links it to the account, whatever its address, and uses the invitation up', async () => {
    const link = await invited('invitata@comune.example');
    const visitor = newVisitor();
    const back = await linkAt(visitor, await visitor.get(link), 'anna');
    const answer = await visitor.get(back.location ?? '');
    expect([answer.status, answer.location]).toEqual([303, `${provided.url}/riservato/`]);
    expect((await visitor.get(provided.url + RESTRICTED)).status).toBe(200);
    expect(identity('anna')).toMatchObject({
      address: 'invitata@comune.example',
      role: 'editor',
      participant: 'rivoli',
    });
    expect((await visitor.get(link)).status).toBe(410);
    expect((await provided.enter('anna')).status).toBe(303);
  });

  it('is possible for one of two who try with the same link', async () => {
    const link = await invited('anna@comune.example');
    const [first, second] = [newVisitor(), newVisitor()];
    const backs = [
      await linkAt(first, await first.get(link), 'anna'),
      await linkAt(second, await second.get(link), 'bruno'),
    ];
    expect((await first.get(backs[0]?.location ?? '')).status).toBe(303);
    const late = await second.get(backs[1]?.location ?? '');
    expect([late.status, alertIn(late)]).toEqual([410, words.provider.expired]);
    expect(identity('bruno')).toBeUndefined();
  });

  it('ends what the account had been open to before, as accepting it with a password does', async () => {
    const { id, visitor: old } = localPerson('anna@comune.example');
    const cookie = provided.gateway.session(provided.gateway.account('capo@altrove.example', 'coordinator'));
    const page = await newVisitor().post(
      `${provided.url}/accesso/persone/`,
      { azione: 'invito', conto: id },
      { cookie },
    );
    const visitor = newVisitor();
    const link = /http[^<]*codice=[\w-]{43}/.exec(page.text)?.[0] ?? '';
    const back = await linkAt(visitor, await visitor.get(link), 'anna');
    expect((await visitor.get(back.location ?? '')).status).toBe(303);
    expect((await old.get(provided.url + RESTRICTED)).status).toBe(401);
  });
});
