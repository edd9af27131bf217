/** The ways in that lead elsewhere, in a browser: an identity provider at another site, and a link by e-mail. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { messages } from '#i18n';
import { launchBrowser } from '../support/browser.ts';
import { showsFocus, tabTo } from '../support/keyboard.ts';
import { linkIn, type Mailbox, startMailbox } from '../support/mailbox.ts';
import { type Provided, runProvided } from '../support/provided.ts';

const words = messages('it').gateway;
const GUIDE = '/riservato/guide/demo-turni-di-punta/';
const ANNA = 'anna@comune.example';
const PASSWORD = 'una frase lunga per Bruno';

const HOUR = 3_600_000;

let browser: Browser;
let provided: Provided;
let mailbox: Mailbox;
/** How far the gateway's clock is ahead. */
let later = 0;

beforeAll(async () => {
  browser = await launchBrowser();
  mailbox = await startMailbox();
  const verified = (email: string) => ({ email, email_verified: true });
  provided = await runProvided({
    dist: inject('dist'),
    now: () => Date.now() + later,
    providers: {
      // On loopback, and yet another site: its redirects are what they are out there.
      uno: { host: 'localhost', people: { anna: verified(ANNA), bruno: verified('bruno@altrove.example') } },
    },
    settings: {
      people: { [ANNA]: 'participant', 'lista@comune.example': 'participant' },
      mail: { server: mailbox.url, from: 'rete@comune.example' },
    },
  });
});
afterAll(async () => {
  await browser?.close();
  await provided?.close();
  await mailbox?.close();
});

describe.each([
  ['with scripts', true],
  ['with scripts off', false],
])('%s', (_, javaScriptEnabled) => {
  let context: BrowserContext;
  let page: Page;
  let errors: string[];

  beforeEach(async () => {
    context = await browser.newContext({ javaScriptEnabled });
    page = await context.newPage();
    errors = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('status of 4')) errors.push(message.text());
    });
  });
  afterEach(async () => {
    expect(errors).toEqual([]);
    await context.close();
  });

  const heading = () => page.locator('h1').innerText();
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const open = (name: string) => page.getByRole('link', { name, exact: true }).click();

  async function signInAtProvider(person: string): Promise<void> {
    expect(new URL(page.url()).hostname).toBe('localhost');
    await page.getByLabel('Nome utente').fill(person);
    await press('Entra');
    // With all that belongs to the page: what the gateway is told next is not to meet it half loaded.
    await page.waitForURL((url) => url.origin === provided.url);
  }

  it('a provider leads from a restricted guide through its own page back to the guide', async () => {
    await page.goto(provided.url + GUIDE);
    await open(words.entry.with('Ente uno'));
    await signInAtProvider('anna');
    expect([page.url(), await page.locator('article').count()]).toEqual([provided.url + GUIDE, 1]);
  });

  it('a provider at which one is signed in already leads back at once, until one ends the session there', async () => {
    await page.goto(provided.url + GUIDE);
    await open(words.entry.with('Ente uno'));
    await signInAtProvider('anna');
    await page.getByRole('banner').getByRole('button', { name: words.account.signOut }).click();
    expect(await page.getByRole('status').innerText()).toContain(words.entry.signedOut);
    await open(words.entry.with('Ente uno'));
    expect([page.url(), await page.locator('article').count()]).toEqual([provided.url + GUIDE, 1]);
    await page.getByRole('banner').getByRole('button', { name: words.account.signOut }).click();
    await open(words.entry.endThere);
    await press('Esci');
    await page.goto(provided.url + GUIDE);
    await open(words.entry.with('Ente uno'));
    expect(await page.getByLabel('Nome utente').count()).toBe(1);
  });

  it('a sign-in cancelled at the provider leads back, says so, and may begin again', async () => {
    await page.goto(provided.url + GUIDE);
    await open(words.entry.with('Ente uno'));
    await press('Annulla');
    expect(await page.getByRole('alert').innerText()).toBe(words.provider.failed('Ente uno'));
    await open(words.entry.with('Ente uno'));
    await signInAtProvider('anna');
    expect(page.url()).toBe(provided.url + GUIDE);
  });

  it('a session that has expired leads through the provider back to where one was going', async () => {
    await page.goto(provided.url + GUIDE);
    await open(words.entry.with('Ente uno'));
    await signInAtProvider('anna');
    later += 13 * HOUR;
    await page.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: 'Strumenti' }).click();
    expect(await heading()).toBe(words.entry.title);
    await open(words.entry.with('Ente uno'));
    expect(page.url()).toBe(`${provided.url}/riservato/strumenti/`);
    expect(await heading()).not.toBe(words.entry.title);
  });

  it('an invitation is accepted with an identity, and a role taken away holds from the next click on', async () => {
    const { gateway } = provided;
    const sub = `invitata-${javaScriptEnabled}`;
    const id = gateway.account(`${sub}@comune.example`, 'editor');
    provided.providers.uno?.people.set(sub, {});
    const secret = gateway.state.tickets.issue('invitation', id, { account: id }, Date.now() + later);
    await page.goto(`${provided.url}/accesso/invito/?codice=${secret}`);
    await press(words.invitation.orWith('Ente uno'));
    await open(words.provider.goLink('Ente uno'));
    await signInAtProvider(sub);
    expect(page.url()).toBe(`${provided.url}/riservato/`);
    gateway.state.accounts.grant(id, 'none', null, 'hand');
    await page.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: 'Guide' }).click();
    expect(await heading()).toBe(words.forbidden.title);
  });

  it('an identity is added on one’s own page', async () => {
    const { gateway } = provided;
    const address = `bruno-${javaScriptEnabled}@comune.example`;
    const sub = `bruno-${javaScriptEnabled}`;
    provided.providers.uno?.people.set(sub, {});
    const [name = '', value = ''] = gateway.session(gateway.account(address, 'participant')).split('=');
    await context.addCookies([{ name, value, url: provided.url }]);
    await page.goto(`${provided.url}/accesso/`);
    await press(words.account.link('Ente uno'));
    await open(words.provider.goLink('Ente uno'));
    await signInAtProvider(sub);
    expect([page.url().startsWith(`${provided.url}/accesso/`), await heading()]).toEqual([true, words.account.title]);
    expect(await page.locator('.own-facts').innerText()).toContain('Ente uno');
    expect(await page.getByRole('button', { name: words.account.link('Ente uno') }).count()).toBe(0);
  });

  it('a link by e-mail, opened in the same browser, signs in at the press of its button', async () => {
    const count = mailbox.mails.length + 1;
    await page.goto(provided.url + GUIDE);
    await page.getByLabel(words.entry.address).last().fill('lista@comune.example');
    await press(words.entry.mailSubmit);
    expect(await page.getByRole('status').innerText()).toBe(words.mail.sent('lista@comune.example'));
    const link = linkIn(await mailbox.after(count));
    const other = await (await browser.newContext()).newPage();
    await other.goto(link);
    expect(await other.getByRole('alert').innerText()).toBe(words.mail.invalid);
    await other.context().close();
    await page.goto(link);
    await press(words.mail.submit);
    expect([page.url(), await page.locator('article').count()]).toEqual([provided.url + GUIDE, 1]);
  });

  describe('by keyboard alone', () => {
    const visible = async (selector: string) => {
      await tabTo(page, selector);
      expect([selector, await showsFocus(page)]).toEqual([selector, true]);
    };

    it('one signs in with a password, and out', async () => {
      await invite(PASSWORD);
      await page.goto(provided.url + GUIDE);
      await visible('#f-indirizzo');
      await page.keyboard.type('bruno@locale.example');
      await visible('#f-password');
      await page.keyboard.type(PASSWORD);
      await page.keyboard.press('Enter');
      await page.waitForURL(provided.url + GUIDE);
      await page.waitForSelector('article');
      await visible('header form button');
      await page.keyboard.press('Enter');
      await page.waitForURL(/esito=uscita/);
      await context.close();
    });

    it('one signs in through a provider', async () => {
      await page.goto(provided.url + GUIDE);
      await visible('a[href^="/accesso/con/uno/"]');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[name=utente]');
      await page.keyboard.type('anna');
      await page.keyboard.press('Enter');
      await page.waitForURL(provided.url + GUIDE);
      await page.waitForSelector('article');
    });

    it('one signs in with a link by e-mail', async () => {
      const count = mailbox.mails.length + 1;
      await page.goto(provided.url + GUIDE);
      await visible('#mail-indirizzo');
      await page.keyboard.type('lista@comune.example');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[role=status]');
      await page.goto(linkIn(await mailbox.after(count)));
      await visible('form[action="/accesso/posta/conferma/"] button');
      await page.keyboard.press('Enter');
      await page.waitForURL(provided.url + GUIDE);
    });
  });

  /** Somebody with a password of his own. */
  async function invite(password: string): Promise<void> {
    const { gateway } = provided;
    const id =
      gateway.state.accounts.byAddress('bruno@locale.example')?.id ??
      gateway.account('bruno@locale.example', 'participant');
    const codice = gateway.state.tickets.issue('invitation', id, { account: id }, Date.now() + later);
    const other = await (await browser.newContext()).newPage();
    await other.goto(`${provided.url}/accesso/invito/?codice=${codice}`);
    await other.getByLabel(words.password.new).fill(password);
    await other.getByLabel(words.password.again).fill(password);
    await other.getByRole('button', { name: words.invitation.submit }).click();
    await other.waitForURL(/riservato/);
    await other.context().close();
  }
});
