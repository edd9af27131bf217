/** A provider that is down, hangs or answers nonsense: a page says so, and it works again when the provider does. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { messages } from '#i18n';
import { fewPages } from '../support/few-pages.ts';
import {
  type Endpoint,
  type Failure,
  type ForgingProvider,
  startForgingProvider,
} from '../support/forging-provider.ts';
import { quiet, type RunningGateway, runGateway } from '../support/gateway.ts';
import { freePort } from '../support/ports.ts';
import { settingsFrom } from '../support/settings.ts';
import { type Answer, alertIn, newVisitor } from '../support/visitor.ts';

const words = messages('it').gateway;
const CLIENT = 'polinet';
/** Longer than the gateway waits, and shorter than a browser. */
const PATIENCE = 30_000;

let site: ReturnType<typeof fewPages>;
let gateway: RunningGateway;
let provider: ForgingProvider;
let logged: unknown[];

beforeAll(() => {
  site = fewPages(inject('dist'));
});
afterAll(() => site.remove());
beforeEach(async () => {
  provider = await startForgingProvider({ clientId: CLIENT, person: 'uno' });
  gateway = await gatewayFor({ uno: provider });
});
afterEach(async () => {
  await gateway.close();
  await provider.close();
});

async function gatewayFor(providers: Record<string, ForgingProvider>): Promise<RunningGateway> {
  const port = await freePort();
  const known = Object.entries(providers).map(([id, { issuer }]) => ({
    id,
    name: `Ente ${id}`,
    issuer,
    clientId: CLIENT,
    clientSecret: 'a-secret',
    // It is not in the ID token, so that userinfo is asked for it.
    roles: { claim: 'groups', grants: {} },
  }));
  logged = [];
  const note = (...entry: unknown[]) => void logged.push(entry);
  const log = { ...quiet, warn: note, error: note } as typeof quiet;
  const people = Object.fromEntries(Object.keys(providers).map((id) => [`${id}@comune.example`, 'participant']));
  const settings = settingsFrom({ providers: known, people });
  return runGateway({ dist: site.path, url: `http://127.0.0.1:${port}`, port, settings, log });
}

/** Somebody tries to sign in, each time the same person. @returns the gateway's last word */
async function attempt(id = 'uno'): Promise<Answer> {
  const visitor = newVisitor();
  const signal = AbortSignal.timeout(PATIENCE);
  const answer = await visitor.get(`${gateway.origin}/accesso/con/${id}/?verso=/riservato/`, {}, signal);
  if (!answer.location) return answer;
  const back = await visitor.get(answer.location);
  return visitor.get(back.location ?? '', {}, signal);
}

function expectUnreachable(answer: Answer, id = 'uno'): void {
  expect([answer.status, alertIn(answer)]).toEqual([503, words.provider.unreachable(`Ente ${id}`)]);
  expectPage(answer, id);
}

function expectFailed(answer: Answer, id = 'uno'): void {
  expect([answer.status, alertIn(answer)]).toEqual([401, words.provider.failed(`Ente ${id}`)]);
  expectPage(answer, id);
}

/** The entry page, whole: one may try again, or come in another way. */
function expectPage({ text, headers }: Answer, id: string): void {
  expect(text).toContain('<html lang="it"');
  expect(text).toContain(`href="/accesso/con/${id}/?verso=%2Friservato%2F"`);
  expect(text).toContain('name="password"');
  expect(headers.getSetCookie().join()).not.toMatch(/polinet-session=./);
}

const failures: Failure[] = ['garbage', 'error', 'redirects'];
/** Descriptions that lack what a sign-in needs. */
const partial = (issuer: string) => ({
  'another issuer': { issuer: 'https://evil.example', authorization_endpoint: `${issuer}/authorize` },
  'nothing but a name': { issuer },
  'no place for tokens': { issuer, authorization_endpoint: `${issuer}/authorize`, jwks_uri: `${issuer}/keys` },
  'a place that is no address': { issuer, authorization_endpoint: 'nowhere', token_endpoint: `${issuer}/token` },
  'no keys': { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
});

describe('a provider that is down', () => {
  it('is said to be, and works once it is there, without a new start of the gateway', async () => {
    const port = Number(new URL(provider.issuer).port);
    await provider.close();
    expectUnreachable(await attempt());
    expectUnreachable(await attempt());
    expect(JSON.stringify(logged)).toContain('provider unreachable');
    provider = await startForgingProvider({ clientId: CLIENT, person: 'uno', port });
    expect((await attempt()).status).toBe(303);
  });

  it('is said to be, too, to those who would add it to their account', async () => {
    await provider.close();
    const cookie = gateway.session(gateway.account('bruno@comune.example', 'participant'));
    const answer = await newVisitor().post(`${gateway.origin}/accesso/collegare/`, { fornitore: 'uno' }, { cookie });
    expect([answer.status, alertIn(answer)]).toEqual([503, words.provider.unreachable('Ente uno')]);
  });
});

describe('a description that is', () => {
  it.each(failures)('%s is no way in, until it is right', async (failure) => {
    provider.failures.discovery = failure;
    expectUnreachable(await attempt());
    provider.failures = {};
    expect((await attempt()).status).toBe(303);
  });

  it.each(Object.keys(partial('')))('right but for %s is no way in, until it is right', async (name) => {
    provider.failures.discovery = partial(provider.issuer)[name as keyof ReturnType<typeof partial>];
    const answer = await attempt();
    if (answer.status === 503) expectUnreachable(answer);
    else expectFailed(answer);
    provider.failures = {};
    expect((await attempt()).status).toBe(303);
  });
});

describe.each<Endpoint>(['token', 'keys', 'userinfo'])('where the endpoint of %s fails', (endpoint) => {
  it.each(failures)('with %s nobody gets in, until it works', async (failure) => {
    provider.failures[endpoint] = failure;
    expectFailed(await attempt());
    expect(JSON.stringify(logged)).toContain('sign-in not confirmed');
    provider.failures = {};
    expect((await attempt()).status).toBe(303);
  });
});

describe('a provider that hangs', () => {
  const cases = (['discovery', 'token', 'keys', 'userinfo'] as const).flatMap((endpoint): [Endpoint, Failure][] => [
    [endpoint, 'hangs'],
    [endpoint, 'hangs in the middle'],
  ]);

  it('is given up, while all else is answered, and lets in once it hangs no more', async () => {
    const hanging: Record<string, ForgingProvider> = {};
    for (const [index, [endpoint, failure]] of cases.entries()) {
      const one = await startForgingProvider({ clientId: CLIENT, person: `p${index}` });
      one.failures[endpoint] = failure;
      hanging[`p${index}`] = one;
    }
    await gateway.close();
    gateway = await gatewayFor(hanging);
    let underWay = cases.length;
    const answers = Object.keys(hanging).map((id) => attempt(id).finally(() => underWay--));
    expect((await newVisitor().get(`${gateway.url}healthz`)).status).toBe(200);
    expect((await newVisitor().get(`${gateway.url}accesso/`)).status).toBe(200);
    expect(underWay).toBe(cases.length);
    for (const [index, answer] of (await Promise.all(answers)).entries()) {
      if (cases[index]?.[0] === 'discovery') expectUnreachable(answer, `p${index}`);
      else expectFailed(answer, `p${index}`);
    }
    for (const [id, one] of Object.entries(hanging)) {
      one.failures = {};
      expect((await attempt(id)).status).toBe(303);
      await one.close();
    }
  });
});
