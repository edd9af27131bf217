/** Who gets a link by e-mail, and that nobody can tell. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { messages } from '#i18n';
import { fewPages, RESTRICTED } from '../support/few-pages.ts';
import { quiet, type RunningGateway, runGateway } from '../support/gateway.ts';
import { linkIn, type Mailbox, startMailbox } from '../support/mailbox.ts';
import { settingsFrom } from '../support/settings.ts';
import { type Answer, alertIn, newVisitor, type Visitor, wordsIn } from '../support/visitor.ts';

const words = messages('it').gateway;
const ANNA = 'anna@comune.example';
const LAST = 'ultima@comune.example';

let site: ReturnType<typeof fewPages>;
let mailbox: Mailbox;
let gateway: RunningGateway;
let logged: string[];

beforeAll(() => {
  site = fewPages(inject('dist'));
});
afterAll(() => site.remove());
beforeEach(async () => {
  mailbox = await startMailbox();
  gateway = await gatewayWith({});
});
afterEach(async () => {
  await gateway.close();
  await mailbox.close();
});

async function gatewayWith(settings: object): Promise<RunningGateway> {
  logged = [];
  const note = (...entry: unknown[]) => void logged.push(JSON.stringify(entry));
  const running = await runGateway({
    dist: site.path,
    log: { ...quiet, warn: note, error: note } as typeof quiet,
    settings: settingsFrom({
      mail: { server: mailbox.url, from: 'rete@comune.example' },
      people: { 'lista@comune.example': { role: 'editor', participant: 'rivoli' }, 'esclusa@comune.example': 'none' },
      domains: { 'vicino.example': 'participant' },
      ...settings,
    }),
  });
  running.account(ANNA, 'participant');
  running.account(LAST, 'participant');
  running.account('senza@comune.example', 'none');
  return running;
}

const ask = (address: string, visitor: Visitor = newVisitor()): Promise<Answer> =>
  visitor.post(`${gateway.origin}/accesso/posta/`, { indirizzo: address, verso: '' });

/** Which addresses are written to: whatever is to be sent has been when another two mails have come and gone since. */
async function writtenTo(...addresses: string[]): Promise<string[]> {
  const toLast = () => mailbox.mails.filter(({ to }) => to[0] === LAST).length;
  for (const address of addresses) await ask(address);
  for (const count of [1, 2]) {
    await ask(LAST);
    while (toLast() < count) await mailbox.after(mailbox.mails.length + 1);
  }
  return mailbox.mails.flatMap(({ to }) => to).filter((address) => address !== LAST);
}

/** An answer without what is new in each. */
function comparable({ status, headers, text }: Answer, address: string): unknown {
  const fixed = [...headers].filter(([name]) => name !== 'date' && name !== 'set-cookie' && name !== 'content-length');
  const cookies = headers.getSetCookie().map((cookie) => cookie.replace(/=[\w-]{43}/, '='));
  return { status, fixed, cookies, text: text.replaceAll(address, 'ADDRESS') };
}

describe('somebody who asks for a link', () => {
  it('gets the same answer whether the address is known, unknown, or kept out', async () => {
    const known = comparable(await ask(ANNA), ANNA);
    for (const address of [
      'nessuno@altrove.example',
      'lista@comune.example',
      'senza@comune.example',
      'esclusa@comune.example',
    ])
      expect(comparable(await ask(address), address)).toEqual(known);
  });

  it('gets a mail with an account, on the list of people or of a domain that is let in, and in no other case', async () => {
    const asked = [
      'nessuno@altrove.example',
      ANNA.toUpperCase(),
      'senza@comune.example',
      'lista@comune.example',
      'esclusa@comune.example',
      'uno@vicino.example',
      'uno@sotto.vicino.example',
      'uno@nonvicino.example',
    ];
    const written = await writtenTo(...asked);
    expect(written.sort()).toEqual([ANNA, 'lista@comune.example', 'uno@vicino.example']);
  });

  it('and is on the list, gets an account with the role and participant that it gives', async () => {
    const visitor = newVisitor();
    await ask('lista@comune.example', visitor);
    expect(gateway.state.accounts.byAddress('lista@comune.example')).toBeUndefined();
    const page = await visitor.get(linkIn(await mailbox.after(1)));
    expect(gateway.state.accounts.byAddress('lista@comune.example')).toBeUndefined();
    expect((await visitor.submit(page, {})).status).toBe(303);
    const account = gateway.state.accounts.byAddress('lista@comune.example');
    expect(account).toMatchObject({ role: 'editor', participant: 'rivoli', granted: 'address' });
    expect((await visitor.get(gateway.origin + RESTRICTED)).status).toBe(200);
  });

  it('finds the form on every page that asks to sign in, and none where no mail server is set', async () => {
    expect((await newVisitor().get(gateway.origin + RESTRICTED)).text).toContain('action="/accesso/posta/"');
    await gateway.close();
    gateway = await gatewayWith({ mail: undefined });
    expect((await newVisitor().get(gateway.origin + RESTRICTED)).text).not.toContain('/accesso/posta/');
    expect((await ask(ANNA)).status).toBe(404);
  });
});

describe('an address', () => {
  it.each([
    `${ANNA}\r\nBcc: evil@evil.example`,
    `${ANNA}\nBcc: evil@evil.example`,
    `${ANNA}\r\n\r\nAltro testo`,
    `${ANNA}, evil@evil.example`,
    `${ANNA};evil@evil.example`,
    `Anna <${ANNA}>`,
    `"${ANNA}"@evil.example`,
    `evil@evil.example\u0000${ANNA}`,
    `${ANNA}> NOTIFY=SUCCESS`,
    `anna+\u2028@comune.example`,
    `${'a'.repeat(300)}@comune.example`,
    'anna',
    '',
  ])('that is none, as %j, is refused in words, and nothing is sent', async (address) => {
    const answer = await ask(address);
    expect([answer.status, alertIn(answer)]).toEqual([401, words.mail.badAddress]);
    expect(await writtenTo()).toEqual([]);
  });

  it('is written to once, and to nobody else, in a mail whose headers it does not change', async () => {
    await ask(`  ${ANNA}  `);
    const mail = await mailbox.after(1);
    expect(mail.to).toEqual([ANNA]);
    expect(Object.keys(mail.headers)).not.toEqual(expect.arrayContaining(['bcc']));
    expect(Object.keys(mail.headers)).not.toEqual(expect.arrayContaining(['cc']));
  });

  it('is shown as text, whatever is typed', async () => {
    const answer = await ask('<script>alert(1)</script>@comune.example');
    expect(answer.text).not.toContain('<script>alert');
  });
});

describe('whoever asks too often', () => {
  it('is told to wait, for that address, whether it is known or not', async () => {
    await gateway.close();
    gateway = await gatewayWith({ signIn: { attempts: 3, perOrigin: 100, minutes: 15 } });
    for (const address of [ANNA, 'nessuno@altrove.example']) {
      for (let count = 0; count < 3; count++) expect((await ask(address)).status).toBe(200);
      const answer = await ask(address);
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(alertIn(answer)).toMatch(/^Troppi tentativi/);
    }
    const written = await writtenTo();
    expect(written).toEqual([ANNA, ANNA, ANNA]);
  });

  it('is told to wait for all addresses together', async () => {
    await gateway.close();
    gateway = await gatewayWith({ signIn: { attempts: 3, perOrigin: 5, minutes: 15 } });
    const statuses: number[] = [];
    for (let count = 0; count < 6; count++) statuses.push((await ask(`uno-${count}@altrove.example`)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });
});

describe('a mail server that is down', () => {
  it('changes nothing in the answer; the log says so, without secrets, and nothing falls over', async () => {
    const before = comparable(await ask(ANNA), ANNA);
    await mailbox.after(1);
    const port = Number(new URL(mailbox.url).port);
    await mailbox.close();
    const visitor = newVisitor();
    expect(comparable(await ask(ANNA, visitor), ANNA)).toEqual(before);
    while (logged.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(logged.join()).toContain('mail not sent');
    expect(logged.join()).not.toMatch(/[\w-]{43}/);
    expect((await visitor.get(`${gateway.url}healthz`)).status).toBe(200);
    mailbox = await startMailbox(port);
    expect(wordsIn(await ask(ANNA, visitor))).toContain(words.mail.sent(ANNA));
    expect((await visitor.get(linkIn(await mailbox.after(1)))).status).toBe(200);
  });
});
