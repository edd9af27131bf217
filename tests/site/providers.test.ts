/** Signing in at a real OpenID provider, from the first click to the way out. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { messages } from '#i18n';
import { fewPages, RESTRICTED } from '../support/few-pages.ts';
import { type Provided, runProvided } from '../support/provided.ts';
import { alertIn, newVisitor, wordsIn } from '../support/visitor.ts';

const words = messages('it').gateway;
const ANNA = { email: 'anna@comune.example', email_verified: true, name: 'Anna Àèì' };

let site: ReturnType<typeof fewPages>;
let provided: Provided;
const byClaim = { roles: { claim: 'groups', grants: { rete: 'participant' } } };
/** A person whom the same claim lets in at any provider. */
const member = { people: { anna: { groups: ['rete'] } }, settings: byClaim };

beforeAll(async () => {
  site = fewPages(inject('dist'));
  provided = await runProvided({
    dist: site.path,
    providers: {
      uno: { people: { anna: ANNA, zeno: { email: 'zeno@altrove.example', email_verified: true } } },
      altro: { ...member, claimsIn: 'userinfo' },
      aperto: { ...member, client: { token_endpoint_auth_method: 'none', client_secret: undefined } },
      curve: { ...member, client: { id_token_signed_response_alg: 'ES256' } },
      sito: { ...member, host: 'localhost' },
    },
    settings: { people: { 'anna@comune.example': 'participant' } },
  });
});
afterAll(async () => {
  await provided?.close();
  site.remove();
});

describe('signing in through a provider', () => {
  it('begins on the entry page, and ends on the page one wanted, as the person one is', async () => {
    const visitor = newVisitor();
    const refused = await visitor.get(provided.url + RESTRICTED);
    expect(refused.status).toBe(401);
    const link = visitor.link(refused, words.entry.with('Ente uno'));
    const page = await visitor.walk(link, undefined, { referer: refused.url });
    const sent = await visitor.submit(page, { utente: 'anna', esito: 'entra' });
    const arrived = await visitor.follow(sent);
    expect([arrived.status, arrived.url]).toEqual([200, provided.url + RESTRICTED]);
    const own = wordsIn(await visitor.get(`${provided.url}/accesso/`));
    expect(own).toContain('Anna Àèì');
    expect(own).toContain(words.roles.participant);
    expect(own).toContain('Ente uno');
  });

  it.each([
    [RESTRICTED, RESTRICTED],
    ['/guide/picchi-di-utenza/', '/riservato/guide/picchi-di-utenza/'],
    ['/riservato/guide/non-c-e/', '/riservato/'],
    ['//evil.example/', '/riservato/'],
    ['/\\evil.example', '/riservato/'],
    ['/%09/evil.example', '/riservato/'],
    ['https://evil.example/', '/riservato/'],
    ['/accesso/uscita/', '/riservato/'],
    ['', '/riservato/'],
  ])('wanting %s one lands on %s', async (wanted, landed) => {
    const answer = await provided.enter('anna', { wanted });
    expect([answer.status, answer.location]).toEqual([303, provided.url + landed]);
  });

  it('somebody who comes from a page, and asks for none, goes back there', async () => {
    const answer = await provided.enter('anna', { referer: provided.url + RESTRICTED });
    expect(answer.location).toBe(provided.url + RESTRICTED);
  });

  it.each([
    ['says claims only when asked for them', 'altro'],
    ['knows the gateway without a secret', 'aperto'],
    ['signs with an elliptic curve', 'curve'],
    ['is another site', 'sito'],
  ])('a provider that %s will do', async (_, by) => {
    expect((await provided.enter('anna', { by })).status).toBe(303);
  });

  it('a person who has no role is told so in words, and stays out', async () => {
    const visitor = newVisitor();
    const before = provided.sessions();
    const answer = await provided.enter('zeno', { visitor });
    expect([answer.status, alertIn(answer)]).toEqual([403, words.provider.refused('Ente uno')]);
    expect(answer.text).toContain('<html lang="it"');
    expect((await visitor.get(provided.url + RESTRICTED)).status).toBe(401);
    expect(provided.sessions()).toBe(before);
  });

  it('a session that was there before is another one afterwards, and the old one is over', async () => {
    const visitor = newVisitor();
    await provided.enter('anna', { visitor });
    const before = visitor.cookie(provided.url, 'polinet-session') ?? '';
    await provided.enter('anna', { visitor });
    expect(visitor.cookie(provided.url, 'polinet-session')).not.toBe(before);
    const old = newVisitor();
    old.setCookie(provided.url, 'polinet-session', before);
    expect((await old.get(provided.url + RESTRICTED)).status).toBe(401);
  });

  it('nothing of the exchange stays in the browser but the session', async () => {
    const visitor = newVisitor();
    await provided.enter('anna', { visitor });
    expect(visitor.cookie(provided.url, 'polinet-journey')).toBeUndefined();
    expect(visitor.cookie(provided.url, 'polinet-session')).toMatch(/^[\w-]{43}$/);
  });

  it('a provider that is not known is no way in', async () => {
    const answer = await newVisitor().get(`${provided.url}/accesso/con/nessuno/`);
    expect([answer.status, alertIn(answer)]).toEqual([410, words.provider.unknown]);
  });
});

describe('signing out', () => {
  it('offers to end the session at the provider too', async () => {
    const visitor = newVisitor();
    await provided.enter('anna', { visitor });
    const own = await visitor.get(`${provided.url}/accesso/`);
    const out = await visitor.follow(await visitor.submit(own, {}, '/accesso/uscita/'));
    expect(wordsIn(out)).toContain(words.entry.signedOut);
    expect((await visitor.get(provided.url + RESTRICTED)).status).toBe(401);
    const asked = await visitor.get(visitor.link(out, words.entry.endThere));
    const ended = await visitor.follow(await visitor.submit(asked, { logout: 'yes' }));
    expect(ended.text).toContain('Uscita avvenuta');
    const again = await visitor.walk(`${provided.url}/accesso/con/uno/`);
    expect(again.text).toContain('Nome utente');
  });

  it('offers that too when the gateway has been started anew in the meantime', async () => {
    const visitor = newVisitor();
    await provided.enter('anna', { visitor });
    await provided.restart();
    const own = await visitor.get(`${provided.url}/accesso/`);
    expect(own.status).toBe(200);
    const out = await visitor.follow(await visitor.submit(own, {}, '/accesso/uscita/'));
    expect(wordsIn(out)).toContain(words.entry.endThere);
  });
});
