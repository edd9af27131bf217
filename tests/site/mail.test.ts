/** Signing in with a link by e-mail, through a real mail server. */
import { readdirSync, readFileSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { messages } from '#i18n';
import { fewPages, RESTRICTED } from '../support/few-pages.ts';
import { type RunningGateway, runGateway } from '../support/gateway.ts';
import { linkIn, type Mailbox, startMailbox } from '../support/mailbox.ts';
import { settingsFrom } from '../support/settings.ts';
import { temporaryFolder } from '../support/sources.ts';
import { type Answer, alertIn, newVisitor, type Visitor, wordsIn } from '../support/visitor.ts';

const words = messages('it').gateway;
const NETWORK = 'POLI-NET 3.0';
const MINUTE = 60_000;
const ANNA = 'anna@comune.example';

let site: ReturnType<typeof fewPages>;
let state: ReturnType<typeof temporaryFolder>;
let mailbox: Mailbox;
let gateway: RunningGateway;
let later: number;

beforeAll(() => {
  site = fewPages(inject('dist'));
});
afterAll(() => site.remove());
beforeEach(async () => {
  later = 0;
  state = temporaryFolder();
  mailbox = await startMailbox();
  gateway = await runGateway({
    dist: site.path,
    state: state.path,
    now: () => Date.now() + later,
    settings: settingsFrom({
      mail: { server: mailbox.url, from: 'POLI-NET <rete@comune.example>' },
      people: { 'lista@comune.example': { role: 'editor', participant: 'rivoli' }, 'esclusa@comune.example': 'none' },
      domains: { 'vicino.example': 'participant' },
    }),
  });
  gateway.account(ANNA, 'participant');
});
afterEach(async () => {
  await gateway.close();
  await mailbox.close();
  state.remove();
});

/** Somebody asks for a link on the entry page. */
async function ask(address: string, visitor: Visitor = newVisitor(), page = '/accesso/'): Promise<Answer> {
  return visitor.submit(await visitor.get(gateway.origin + page), { indirizzo: address }, '/accesso/posta/');
}

/** Somebody asks for a link, and gets it. */
async function askAndGet(address: string, visitor: Visitor, page?: string): Promise<string> {
  const count = mailbox.mails.length + 1;
  await ask(address, visitor, page);
  return linkIn(await mailbox.after(count));
}

const confirm = async (visitor: Visitor, link: string): Promise<Answer> =>
  visitor.submit(await visitor.get(link), {}, '/accesso/posta/conferma/');

/** Confirms as the page's button would, also where the page is not shown. */
const confirmBlindly = (visitor: Visitor, link: string): Promise<Answer> =>
  visitor.post(`${gateway.origin}/accesso/posta/conferma/`, { codice: new URL(link).searchParams.get('codice') ?? '' });

const sessions = () =>
  [...gateway.state.sessions.counts(Date.now() + later).values()].reduce((all, one) => all + one, 0);

function expectInvalid(answer: Answer): void {
  expect([answer.status, alertIn(answer)]).toEqual([410, words.mail.invalid]);
  expect(answer.headers.getSetCookie().join()).not.toMatch(/polinet-session=./);
  expect(sessions()).toBe(0);
}

describe('the link', () => {
  it('comes by e-mail, has 256 bits of chance, and signs in at the press of a button', async () => {
    const visitor = newVisitor();
    const sent = await ask(ANNA, visitor);
    expect([sent.status, wordsIn(sent)]).toEqual([200, expect.stringContaining(words.mail.sent(ANNA))]);
    const mail = await mailbox.after(1);
    expect(mail).toMatchObject({ from: 'rete@comune.example', to: [ANNA] });
    expect(mail.headers).toMatchObject({ to: ANNA, subject: words.mail.subject(NETWORK) });
    expect(mail.text.replaceAll('\r\n', '\n').trim()).toBe(words.mail.text(NETWORK, linkIn(mail)).trim());
    expect(linkIn(mail)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/accesso\/posta\/\?codice=[\w-]{43}$/);
    const page = await visitor.get(linkIn(mail));
    expect([page.status, wordsIn(page)]).toEqual([200, expect.stringContaining(words.mail.confirm)]);
    const done = await visitor.submit(page, {}, '/accesso/posta/conferma/');
    expect([done.status, done.location]).toEqual([303, `${gateway.origin}/riservato/`]);
    expect((await visitor.get(gateway.origin + RESTRICTED)).status).toBe(200);
    const own = wordsIn(await visitor.get(`${gateway.origin}/accesso/`));
    expect(own).toContain(words.account.methods.mail);
  });

  it('leads to the page that one wanted', async () => {
    const visitor = newVisitor();
    const link = await askAndGet(ANNA, visitor, RESTRICTED);
    expect((await confirm(visitor, link)).location).toBe(gateway.origin + RESTRICTED);
  });

  it('is not in what the gateway keeps', async () => {
    const visitor = newVisitor();
    const secret = new URL(await askAndGet(ANNA, visitor)).searchParams.get('codice') ?? '';
    const mark = visitor.cookie(gateway.url, 'polinet-mail') ?? '';
    const files = readdirSync(state.path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const bytes = readFileSync(join(file.parentPath, file.name));
      expect(bytes.includes(secret) || bytes.includes(mark)).toBe(false);
      expect(bytes.includes(Buffer.from(secret, 'base64url'))).toBe(false);
    }
  });

  it('has the address of the settings in it, whatever host the request names', async () => {
    const { hostname, port, origin } = new URL(gateway.url);
    const headers = { host: 'evil.example', origin, 'content-type': 'application/x-www-form-urlencoded' };
    const sent = plainRequest({ hostname, port, path: '/accesso/posta/', method: 'POST', headers });
    sent.on('error', () => undefined).end(`indirizzo=${encodeURIComponent(ANNA)}`);
    expect(linkIn(await mailbox.after(1))).toContain(origin);
  });

  it('is new each time', async () => {
    const visitor = newVisitor();
    expect(await askAndGet(ANNA, visitor)).not.toBe(await askAndGet(ANNA, visitor));
  });
});

describe('opening the link', () => {
  it('signs nobody in and uses nothing up, however often it is done', async () => {
    const visitor = newVisitor();
    const link = await askAndGet(ANNA, visitor);
    for (let count = 0; count < 3; count++) {
      expect((await visitor.head(link)).status).toBe(200);
      const answer = await visitor.get(link);
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []]);
    }
    const scanner = newVisitor();
    await scanner.head(link);
    await scanner.get(link);
    expect([visitor.cookie(gateway.url, 'polinet-session'), sessions()]).toEqual([undefined, 0]);
    expect((await confirm(visitor, link)).status).toBe(303);
  });
});

describe('a link is no way in', () => {
  it('a second time', async () => {
    const visitor = newVisitor();
    const link = await askAndGet(ANNA, visitor);
    const mark = visitor.cookie(gateway.url, 'polinet-mail');
    await confirm(visitor, link);
    gateway.state.sessions.endAll(gateway.state.accounts.byAddress(ANNA)?.id ?? '');
    expectInvalid(await visitor.get(link));
    expectInvalid(await confirmBlindly(visitor, link));
    visitor.setCookie(gateway.url, 'polinet-mail', mark);
    expectInvalid(await confirmBlindly(visitor, link));
  });

  it('for the second of two presses of the button at once', async () => {
    const visitor = newVisitor();
    const link = await askAndGet(ANNA, visitor);
    const answers = await Promise.all([confirmBlindly(visitor, link), confirmBlindly(visitor, link)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
    expect(sessions()).toBe(1);
  });

  it('after ten minutes', async () => {
    const visitor = newVisitor();
    const link = await askAndGet(ANNA, visitor);
    later = 10 * MINUTE - 5000;
    expect((await visitor.get(link)).status).toBe(200);
    later = 10 * MINUTE;
    expectInvalid(await visitor.get(link));
    expectInvalid(await confirmBlindly(visitor, link));
  });

  it('in another browser, also in one that has asked for a link as well', async () => {
    const link = await askAndGet(ANNA, newVisitor());
    const other = newVisitor();
    expectInvalid(await other.get(link));
    expectInvalid(await confirmBlindly(other, link));
    await ask('nessuno@altrove.example', other);
    expectInvalid(await other.get(link));
    expectInvalid(await confirmBlindly(other, link));
  });

  it('when the same browser has asked for a newer one', async () => {
    const visitor = newVisitor();
    const link = await askAndGet(ANNA, visitor);
    const newer = await askAndGet(ANNA, visitor);
    expectInvalid(await confirmBlindly(visitor, link));
    expect((await confirm(visitor, newer)).status).toBe(303);
  });

  it('from a page of another site', async () => {
    const visitor = newVisitor();
    const link = await askAndGet(ANNA, visitor);
    const secret = new URL(link).searchParams.get('codice') ?? '';
    const foreign = { origin: 'http://evil.example' };
    const answer = await visitor.post(`${gateway.origin}/accesso/posta/conferma/`, { codice: secret }, foreign);
    expect([answer.status, sessions()]).toEqual([403, 0]);
  });

  it('for somebody who has lost the role in the meantime', async () => {
    const visitor = newVisitor();
    const link = await askAndGet(ANNA, visitor);
    gateway.state.accounts.grant(gateway.state.accounts.byAddress(ANNA)?.id ?? '', 'none', null, 'hand');
    expectInvalid(await confirmBlindly(visitor, link));
  });

  it.each(['', 'a', 'A'.repeat(43), 'A'.repeat(2000)])('with the code «%.50s»', async (code) => {
    const visitor = newVisitor();
    await ask(ANNA, visitor);
    expectInvalid(await visitor.get(`${gateway.origin}/accesso/posta/?codice=${code}`));
    expectInvalid(await visitor.post(`${gateway.origin}/accesso/posta/conferma/`, { codice: code }));
  });
});

describe('a link stays good', () => {
  it('when somebody else asks for one for the same address', async () => {
    const visitor = newVisitor();
    const link = await askAndGet(ANNA, visitor);
    await askAndGet(ANNA, newVisitor());
    expect((await visitor.get(link)).status).toBe(200);
  });
});
