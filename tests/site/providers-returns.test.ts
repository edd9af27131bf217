/** Coming back from a provider: only in the browser that left, once, with what was agreed. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { messages } from '#i18n';
import { fewPages, RESTRICTED } from '../support/few-pages.ts';
import { freePort } from '../support/ports.ts';
import { type Provided, returnAddress, runProvided } from '../support/provided.ts';
import { type Answer, alertIn, newVisitor, type Visitor } from '../support/visitor.ts';

const words = messages('it').gateway;
const MINUTE = 60_000;
const people = { anna: { groups: ['rete'] }, bruno: { groups: ['rete'] } };
const settings = { roles: { claim: 'groups', grants: { rete: 'participant' } } };

let site: ReturnType<typeof fewPages>;
let provided: Provided;
let later: number;

beforeAll(() => {
  site = fewPages(inject('dist'));
});
afterAll(() => site.remove());
beforeEach(async () => {
  later = 0;
  const port = await freePort();
  const others = [
    {
      client_id: 'another-site',
      client_secret: 'of-another-site',
      redirect_uris: [returnAddress(`http://127.0.0.1:${port}`, 'uno')],
    },
  ];
  provided = await runProvided({
    dist: site.path,
    port,
    now: () => Date.now() + later,
    providers: {
      uno: { people, settings, others },
      due: { people, settings },
      tre: { people, settings: { ...settings, clientSecret: 'not-the-one-it-gave' } },
    },
  });
});
afterEach(() => provided.close());

/** The address of a return, changed. */
function changed({ location = '' }: Answer, change: (url: URL) => void): string {
  const url = new URL(location);
  change(url);
  return url.href;
}

/** A return that is refused: in words, and without a session. */
function expectRefused(answer: Answer, status: 401 | 410, by = 'uno'): void {
  const text = status === 410 ? words.provider.expired : words.provider.failed(`Ente ${by}`);
  expect([answer.status, alertIn(answer)]).toEqual([status, text]);
  expect(answer.text).toContain('<html lang="it"');
  expect(answer.headers.getSetCookie().join()).not.toMatch(/polinet-session=./);
  expect([provided.sessions(), provided.gateway.state.accounts.all().length]).toEqual([0, 0]);
}

const leave = (visitor: Visitor, by = 'uno') => visitor.get(`${provided.url}/accesso/con/${by}/`);

describe('leaving for a provider', () => {
  it('asks for a code, with a state, a nonce and a challenge of its own each time', async () => {
    const asked = [await leave(newVisitor()), await leave(newVisitor())].map(
      ({ location }) => new URL(location ?? '').searchParams,
    );
    for (const query of asked) {
      expect(Object.fromEntries(query)).toMatchObject({
        response_type: 'code',
        code_challenge_method: 'S256',
        redirect_uri: returnAddress(provided.url, 'uno'),
        scope: 'openid email profile',
      });
    }
    for (const name of ['state', 'nonce', 'code_challenge']) {
      const values = new Set(asked.map((query) => query.get(name)));
      expect([name, values.size]).toEqual([name, 2]);
      for (const value of values) expect(value).toMatch(/^[\w-]{43}$/);
    }
  });

  it('tells the browser nothing but where to go: what the return is held against stays here', async () => {
    const visitor = newVisitor();
    const answer = await leave(visitor);
    const state = new URL(answer.location ?? '').searchParams.get('state') ?? '';
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([303, 'private, no-store']);
    expect(answer.headers.getSetCookie()).toHaveLength(1);
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^polinet-journey=[\w-]{43}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/,
    );
    expect(visitor.cookie(provided.url, 'polinet-journey')).not.toBe(state);
  });
});

describe('two providers at once', () => {
  it('let in each their own people', async () => {
    expect((await provided.enter('anna', { by: 'uno' })).status).toBe(303);
    expect((await provided.enter('anna', { by: 'due' })).status).toBe(303);
    expect(provided.gateway.state.accounts.all()).toHaveLength(2);
  });

  it('a response of the one sent to the return address of the other is refused', async () => {
    const visitor = newVisitor();
    const back = await provided.comeBack('anna', { visitor, by: 'uno' });
    const url = changed(back, (one) => {
      one.pathname = '/accesso/ritorno/due/';
    });
    expectRefused(await visitor.get(url), 410);
    expectRefused(await visitor.get(back.location ?? ''), 410);
  });

  it('a response of the one to somebody who left for the other is refused', async () => {
    const visitor = newVisitor();
    const back = await provided.comeBack('anna', { by: 'uno' });
    const left = new URL((await leave(visitor, 'due')).location ?? '');
    const url = changed(back, (one) => one.searchParams.set('state', left.searchParams.get('state') ?? ''));
    expectRefused(await visitor.get(url), 410);
  });

  it('a response that names the other as its issuer is refused, and one that names none', async () => {
    for (const issuer of [provided.providers.due?.issuer ?? '', '']) {
      const visitor = newVisitor();
      const back = await provided.comeBack('anna', { visitor });
      const url = changed(back, (one) =>
        issuer ? one.searchParams.set('iss', issuer) : one.searchParams.delete('iss'),
      );
      expectRefused(await visitor.get(url), 401);
    }
  });
});

describe('a return is refused', () => {
  it('in a browser that has not left', async () => {
    const back = await provided.comeBack('anna');
    expectRefused(await newVisitor().get(back.location ?? ''), 410);
  });

  it('in another browser, though that has left as well', async () => {
    const back = await provided.comeBack('anna');
    const other = newVisitor();
    await leave(other);
    expectRefused(await other.get(back.location ?? ''), 401);
  });

  it.each([
    ['a state that is not its own', (url: URL) => url.searchParams.set('state', 'A'.repeat(43))],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['two states', (url: URL) => url.searchParams.append('state', 'other')],
    ['no code', (url: URL) => url.searchParams.delete('code')],
    ['two codes', (url: URL) => url.searchParams.append('code', 'other')],
    ['a code that was never issued', (url: URL) => url.searchParams.set('code', 'invented')],
    ['nothing', (url: URL) => [...url.searchParams.keys()].map((name) => url.searchParams.delete(name))],
  ])('with %s', async (_, change) => {
    const visitor = newVisitor();
    const back = await provided.comeBack('anna', { visitor });
    expectRefused(await visitor.get(changed(back, change)), 401);
  });

  it('without its cookie, or with another value for it', async () => {
    for (const value of [undefined, 'A'.repeat(43), '']) {
      const visitor = newVisitor();
      const back = await provided.comeBack('anna', { visitor });
      visitor.setCookie(provided.url, 'polinet-journey', value);
      expectRefused(await visitor.get(back.location ?? ''), 410);
    }
  });

  it('after ten minutes', async () => {
    const visitor = newVisitor();
    const back = await provided.comeBack('anna', { visitor });
    later = 10 * MINUTE;
    expectRefused(await visitor.get(back.location ?? ''), 410);
    const inTime = await provided.comeBack('anna', { visitor });
    later += 10 * MINUTE - 5000;
    expect((await visitor.get(inTime.location ?? '')).status).toBe(303);
  });

  it('with the code of another site that is registered at the same provider', async () => {
    const visitor = newVisitor();
    const left = changed(await leave(visitor), (url) => url.searchParams.set('client_id', 'another-site'));
    const page = await visitor.walk(left);
    const sent = await visitor.submit(page, { utente: 'anna', esito: 'entra' });
    const back = await visitor.follow(sent, ({ location }) => location?.startsWith(provided.url) ?? false);
    expect(new URL(back.location ?? '').searchParams.get('code')).toBeTruthy();
    expectRefused(await visitor.get(back.location ?? ''), 401);
  });
});

describe('the same return twice', () => {
  it('signs nobody in the second time, also with the cookie put back', async () => {
    const visitor = newVisitor();
    const back = await provided.comeBack('anna', { visitor });
    const journey = visitor.cookie(provided.url, 'polinet-journey');
    expect((await visitor.get(back.location ?? '')).status).toBe(303);
    visitor.setCookie(provided.url, 'polinet-session', undefined);
    for (const cookie of [undefined, journey]) {
      visitor.setCookie(provided.url, 'polinet-journey', cookie);
      const again = await visitor.get(back.location ?? '');
      expect([again.status, provided.sessions()]).toEqual([410, 1]);
    }
  });

  it('is refused with a code that was used, in a sign-in that is new', async () => {
    const visitor = newVisitor();
    const back = await provided.comeBack('anna', { visitor });
    await visitor.get(back.location ?? '');
    const code = new URL(back.location ?? '').searchParams.get('code') ?? '';
    const other = newVisitor();
    const next = await provided.comeBack('bruno', { visitor: other });
    const answer = await other.get(changed(next, (url) => url.searchParams.set('code', code)));
    expect([answer.status, provided.sessions()]).toEqual([401, 1]);
  });

  it('at once lets in one of the two', async () => {
    const visitor = newVisitor();
    const back = await provided.comeBack('anna', { visitor });
    const answers = await Promise.all([visitor.get(back.location ?? ''), visitor.get(back.location ?? '')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
    expect(provided.sessions()).toBe(1);
  });
});

describe('a sign-in that was cancelled at the provider', () => {
  it('leads back to the entry page, in words, and does not forget where one wanted to go', async () => {
    const visitor = newVisitor();
    const page = await visitor.walk(`${provided.url}/accesso/con/uno/?verso=${RESTRICTED}`);
    const sent = await visitor.submit(page, { esito: 'annulla' });
    const back = await visitor.follow(sent, ({ location }) => location?.startsWith(provided.url) ?? false);
    expect(new URL(back.location ?? '').searchParams.get('error')).toBe('access_denied');
    const answer = await visitor.get(back.location ?? '');
    expectRefused(answer, 401);
    expect(visitor.link(answer, words.entry.with('Ente uno'))).toContain(encodeURIComponent(RESTRICTED));
  });

  it('repeats nothing of what the response says', async () => {
    const visitor = newVisitor();
    const state = new URL((await leave(visitor)).location ?? '').searchParams.get('state') ?? '';
    const query = new URLSearchParams({ error: '<script>', error_description: '<b>evil</b>', state });
    const answer = await visitor.get(`${returnAddress(provided.url, 'uno')}?${query}`);
    expectRefused(answer, 401);
    expect(answer.text).not.toMatch(/evil|<script>/);
  });
});

describe('a provider that does not know this gateway’s secret', () => {
  it('is for those who run the service to mend, as the page says', async () => {
    const answer = await provided.enter('anna', { by: 'tre' });
    expect([answer.status, alertIn(answer)]).toEqual([401, words.provider.misconfigured('Ente tre')]);
    expect(provided.sessions()).toBe(0);
  });
});
