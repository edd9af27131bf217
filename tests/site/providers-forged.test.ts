/** A provider, or somebody between, that says what is not so: nobody gets in. */
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { messages } from '#i18n';
import { fewPages, RESTRICTED } from '../support/few-pages.ts';
import { type Forgery, type ForgingProvider, startForgingProvider } from '../support/forging-provider.ts';
import { type RunningGateway, runGateway } from '../support/gateway.ts';
import { freePort } from '../support/ports.ts';
import { settingsFrom } from '../support/settings.ts';
import { type Answer, alertIn, newVisitor, type Visitor } from '../support/visitor.ts';

const words = messages('it').gateway;
const CLIENT = 'polinet';
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

let site: ReturnType<typeof fewPages>;
let gateway: RunningGateway;
/** One like many; others that allow themselves any signature, name themselves in responses, take secrets in a header. */
let providers: Record<'uno' | 'largo' | 'nominato' | 'rigido', ForgingProvider>;

beforeAll(async () => {
  site = fewPages(inject('dist'));
  const anySignature = { id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'] };
  providers = {
    uno: await startForgingProvider({ clientId: CLIENT }),
    largo: await startForgingProvider({ clientId: CLIENT, metadata: anySignature }),
    nominato: await startForgingProvider({
      clientId: CLIENT,
      metadata: { authorization_response_iss_parameter_supported: true },
    }),
    rigido: await startForgingProvider({ clientId: CLIENT, secretInHeader: true }),
  };
  const port = await freePort();
  const known = Object.entries(providers).map(([id, { issuer }]) => ({
    id,
    name: `Ente ${id}`,
    issuer,
    clientId: CLIENT,
    clientSecret: 'a-secret',
    roles: { claim: 'groups', grants: { guida: 'coordinator' } },
  }));
  gateway = await runGateway({
    dist: site.path,
    url: `http://127.0.0.1:${port}`,
    port,
    settings: settingsFrom({
      providers: known,
      people: { 'anna@comune.example': 'participant', 'capo@comune.example': 'coordinator' },
    }),
  });
});
afterAll(async () => {
  await gateway?.close();
  for (const provider of Object.values(providers ?? {})) await provider.close();
  site?.remove();
});
beforeEach(() => {
  for (const provider of Object.values(providers)) provider.forgery = {};
});

const rows = () => [
  [...gateway.state.sessions.counts(Date.now()).values()].reduce((all, one) => all + one, 0),
  gateway.state.accounts.all().length,
];

/** Somebody is sent to the provider, which sends them back at once. */
async function comeBack(by: string, forgery: Forgery, visitor: Visitor = newVisitor()): Promise<Answer> {
  const provider = providers[by as keyof typeof providers];
  provider.forgery = forgery;
  const there = await visitor.get(`${gateway.origin}/accesso/con/${by}/`);
  const back = await visitor.get(there.location ?? '');
  return visitor.get(back.location ?? '');
}

/** Nobody gets in by a forgery. */
async function expectRefused(forgery: Forgery, by = 'uno'): Promise<void> {
  const before = rows();
  const visitor = newVisitor();
  const answer = await comeBack(by, forgery, visitor);
  expect([answer.status, alertIn(answer)]).toEqual([401, words.provider.failed(`Ente ${by}`)]);
  expect(answer.text).toContain('<html lang="it"');
  expect(visitor.cookie(gateway.url, 'polinet-session')).toBeUndefined();
  expect((await visitor.get(gateway.origin + RESTRICTED)).status).toBe(401);
  expect(rows()).toEqual(before);
}

describe('an honest answer', () => {
  it.each(['uno', 'largo', 'nominato', 'rigido'])('of «%s» lets in', async (by) => {
    const sub = `anna-${by}`;
    const answer = await comeBack(by, { claims: { sub, email: undefined, groups: ['guida'] }, userinfo: { sub } });
    expect(answer.status).toBe(303);
  });

  it('may be for several, if it says that it is meant for this site', async () => {
    const claims = { sub: 'anna-uno', aud: [CLIENT, 'altro'], azp: CLIENT, groups: ['guida'] };
    expect((await comeBack('uno', { claims })).status).toBe(303);
  });

  it('of a clock that is a few seconds off lets in', async () => {
    const claims = { sub: 'anna-uno', iat: inSeconds(15), nbf: inSeconds(15), exp: inSeconds(-15), groups: ['guida'] };
    expect((await comeBack('uno', { claims })).status).toBe(303);
  });
});

const tokens: [string, Forgery][] = [
  ['of a wrong signature', { signature: 'of another key' }],
  ['of claims altered after the signature', { signature: 'of altered claims' }],
  ['without a signature', { signature: 'none' }],
  ['signed with the public key as a secret', { signature: 'HS256 with the public key' }],
  ['of a key that nobody knows', { signature: 'of an unknown key id' }],
  ['of another issuer', { claims: { iss: 'https://evil.example' } }],
  ['of no issuer', { claims: { iss: undefined } }],
  ['for another site', { claims: { aud: 'altro' } }],
  ['for nobody', { claims: { aud: [] } }],
  ['for several without a word for whom', { claims: { aud: [CLIENT, 'altro'] } }],
  ['for several, meant for another', { claims: { aud: [CLIENT, 'altro'], azp: 'altro' } }],
  ['that has expired', { claims: { iat: inSeconds(-900), exp: inSeconds(-600) } }],
  ['that never expires', { claims: { exp: undefined } }],
  ['that expires at a text', { claims: { exp: String(inSeconds(600)) } }],
  ['of no time', { claims: { iat: undefined } }],
  ['that is not valid yet', { claims: { nbf: inSeconds(600) } }],
  ['of another sign-in', { claims: { nonce: 'A'.repeat(43) } }],
  ['of no sign-in', { claims: { nonce: undefined } }],
  ['of nobody', { claims: { sub: undefined } }],
  ['of nobody, in so many words', { claims: { sub: '' } }],
  ['of a number', { claims: { sub: 7 } }],
];

describe.each(['uno', 'largo', 'nominato'])('at «%s»', (by) => {
  it.each(tokens)('an ID token %s is refused', (_, forgery) => expectRefused(forgery, by));
});

describe('refused is', () => {
  it('an answer without an ID token', () =>
    expectRefused({ tokens: { access_token: 'access', token_type: 'Bearer', expires_in: 300 } }));

  it('an answer that is an error', () => expectRefused({ tokens: { error: 'invalid_grant' } }));

  it.each(['', 'a.b.c', 'x'.repeat(5000), null, 7])('an ID token that is none: %j', (id_token) =>
    expectRefused({ tokens: { access_token: 'access', token_type: 'Bearer', expires_in: 300, id_token } }),
  );

  it.each(['bruno', undefined, ''])('what userinfo says of «%s» in the place of whom the token is of', (sub) =>
    expectRefused({
      claims: { email: undefined },
      userinfo: { sub, email: 'capo@comune.example', email_verified: true, groups: ['guida'] },
    }),
  );

  it.each(['https://evil.example', 'http://127.0.0.1', 'not-an-address'])(
    'a response of an issuer «%s»',
    (responseIssuer) => expectRefused({ responseIssuer }),
  );

  it.each([null, ''])(
    'a response that names as its issuer %j, where the provider says that it names it',
    (responseIssuer) => expectRefused({ responseIssuer }, 'nominato'),
  );
});

describe('userinfo', () => {
  it('does not speak over what the token says', async () => {
    const forgery = {
      claims: { sub: 'zeno', email: 'zeno@altrove.example' },
      userinfo: { sub: 'zeno', email: 'capo@comune.example', email_verified: true },
    };
    const answer = await comeBack('uno', forgery);
    expect([answer.status, alertIn(answer)]).toEqual([403, words.provider.refused('Ente uno')]);
  });

  it('does not lend its word to another address', async () => {
    const forgery = {
      claims: { sub: 'zeno', email: 'capo@comune.example', email_verified: undefined },
      userinfo: { sub: 'zeno', email: 'zeno@altrove.example', email_verified: true },
    };
    const answer = await comeBack('uno', forgery);
    expect([answer.status, alertIn(answer)]).toEqual([403, words.provider.refused('Ente uno')]);
  });
});
