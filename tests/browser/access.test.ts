/** The first days of a network, in a browser: local accounts from the set-up link to the way out, with and without scripts. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { messages } from '#i18n';
import { launchBrowser } from '../support/browser.ts';
import { type RunningGateway, runGateway } from '../support/gateway.ts';

const words = messages('it').gateway;
const HOUR = 3_600_000;
const GUIDE = 'riservato/guide/demo-turni-di-punta/';
const TOOL = 'riservato/strumenti/demo-rilevazione-attese/';
const FILE = 'foglio-attese.xlsx';
const COORDINATOR = { address: 'carla@comune.example', password: 'una frase lunga per Carla' };
const EDITOR = { address: 'elena@comune.example', password: 'un’altra frase, di Elena' };

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.each([
  ['with scripts', true],
  ['with scripts off', false],
])('%s', (_, javaScriptEnabled) => {
  let gateway: RunningGateway;
  let later = 0;
  const contexts: BrowserContext[] = [];
  const errors: string[] = [];
  let coordinator: Page;
  let editor: Page;
  let invitation = '';

  beforeAll(async () => {
    gateway = await runGateway({ dist: inject('dist'), now: () => Date.now() + later });
    coordinator = await newPage();
    editor = await newPage();
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await gateway?.close();
  });

  async function newPage(): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled });
    contexts.push(context);
    const page = await context.newPage();
    page.on('console', (message) => {
      // What is refused is noted by the browser as well.
      if (message.type() === 'error' && !message.text().includes('status of 4')) errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    return page;
  }

  const pathOf = (page: Page) => new URL(page.url()).pathname.slice(1);
  const heading = (page: Page) => page.locator('h1').innerText();
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const open = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true }).click();

  async function signIn(page: Page, { address, password }: typeof EDITOR): Promise<void> {
    await page.getByLabel(words.entry.address).fill(address);
    await page.getByLabel(words.entry.password).fill(password);
    await press(page, words.entry.submit);
    // With all that belongs to the page: what the gateway is told next is not to meet it half loaded.
    await page.waitForLoadState();
  }

  /** The coordinator gives somebody a role on the page of people. */
  async function giveRole(address: string, role: string): Promise<void> {
    await coordinator.goto(`${gateway.url}accesso/persone/`);
    await coordinator.getByLabel(words.people.roleOf(address)).selectOption(role);
    await press(coordinator, words.people.changeFor(address));
    expect(await coordinator.getByRole('status').innerText()).toBe(words.people.done.ruolo);
  }

  it('the set-up link makes the coordinator, once', async () => {
    const link = gateway.setupUrl ?? '';
    await coordinator.goto(link);
    await coordinator.getByLabel(words.setup.name).fill('Carla Capo');
    await coordinator.getByLabel(words.entry.address).fill(COORDINATOR.address);
    await coordinator.getByLabel(words.password.new).fill('troppo corta');
    await coordinator.getByLabel(words.password.again).fill('troppo corta');
    await press(coordinator, words.setup.submit);
    expect(await coordinator.getByRole('alert').innerText()).toBe(words.password.short(15));
    expect(await coordinator.getByLabel(words.setup.name).inputValue()).toBe('Carla Capo');
    await coordinator.getByLabel(words.password.new).fill(COORDINATOR.password);
    await coordinator.getByLabel(words.password.again).fill(COORDINATOR.password);
    await press(coordinator, words.setup.submit);
    expect(await heading(coordinator)).toBe(words.account.title);
    expect(await coordinator.locator('.own-facts').innerText()).toContain(words.roles.coordinator);
    const late = await newPage();
    await late.goto(link);
    expect(await late.getByRole('alert').innerText()).toBe(words.setup.invalid);
  });

  it('the coordinator invites an editor, and sees the link once', async () => {
    await open(coordinator, words.account.people);
    await coordinator.getByLabel(words.people.address, { exact: true }).fill(EDITOR.address);
    await coordinator.getByLabel(words.people.name, { exact: true }).fill('Elena');
    await coordinator.getByLabel(words.people.role, { exact: true }).selectOption('editor');
    await coordinator.getByLabel(words.people.participant, { exact: true }).selectOption('rivoli');
    await press(coordinator, words.people.inviteSubmit);
    invitation = await coordinator.locator('.secret').innerText();
    expect(invitation).toMatch(/^http:.*\/accesso\/invito\/\?codice=[\w-]{43}$/);
    await coordinator.goto(`${gateway.url}accesso/persone/`);
    expect(await coordinator.content()).toContain(EDITOR.address);
    expect(await coordinator.content()).not.toContain(invitation.slice(-43));
  });

  it('the editor asks for a restricted guide, finds where to sign in, accepts the invitation and reads it', async () => {
    await editor.goto(gateway.url + GUIDE);
    expect(await heading(editor)).toBe(words.entry.title);
    await editor.goto(invitation);
    expect(await editor.locator('.own-page').innerText()).toContain(words.invitation.lead('Elena', EDITOR.address));
    await editor.getByLabel(words.password.new).fill(EDITOR.password);
    await editor.getByLabel(words.password.again).fill(EDITOR.password);
    await press(editor, words.invitation.submit);
    expect(pathOf(editor)).toBe('riservato/');
    await editor.goto(`${gateway.url}riservato/guide/`);
    const listed = editor.locator('.row-title', { has: editor.locator(`a[href="/${GUIDE}"]`) });
    expect(await listed.locator('.badge').allInnerTexts()).toContain('Solo partecipanti');
    await editor.goto(gateway.url + GUIDE);
    expect([await heading(editor), pathOf(editor)]).toEqual([expect.stringContaining('Turni'), GUIDE]);
  });

  it('what she downloads stands in the audit log', async () => {
    await editor.goto(gateway.url + TOOL);
    const [download] = await Promise.all([editor.waitForEvent('download'), editor.locator('a.file').first().click()]);
    expect([download.suggestedFilename(), await download.failure()]).toEqual([FILE, null]);
    await coordinator.goto(`${gateway.url}accesso/`);
    await open(coordinator, words.account.events);
    const row = coordinator.getByRole('row').filter({ hasText: FILE });
    expect(await row.count()).toBe(1);
    expect(await row.innerText()).toContain(EDITOR.address);
    expect(await row.innerText()).toContain(words.events.kinds.downloaded);
  });

  it('she signs out in the header, and nothing restricted is shown by going back', async () => {
    await editor.goto(gateway.url + GUIDE);
    await editor.getByRole('banner').getByRole('button', { name: words.account.signOut }).click();
    expect(pathOf(editor)).toBe('accesso/');
    expect(await editor.getByRole('status').innerText()).toContain(words.entry.signedOut);
    await editor.goBack();
    expect(pathOf(editor)).toBe(GUIDE);
    expect(await heading(editor)).toBe(words.entry.title);
    expect(await editor.locator('article').count()).toBe(0);
  });

  it('signing in there, she comes back to where she was; a wrong password is said to be', async () => {
    await signIn(editor, { ...EDITOR, password: 'non è questa, purtroppo' });
    expect(await editor.getByRole('alert').innerText()).toBe(words.entry.wrong);
    expect(await editor.getByLabel(words.entry.address).inputValue()).toBe(EDITOR.address);
    await signIn(editor, EDITOR);
    expect([pathOf(editor), await editor.locator('article').count()]).toEqual([GUIDE, 1]);
  });

  it('a session that has expired in the meantime asks her to sign in, and leads on to where she was going', async () => {
    later += 13 * HOUR;
    await editor.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: 'Strumenti' }).click();
    expect([await heading(editor), pathOf(editor)]).toEqual([words.entry.title, 'riservato/strumenti/']);
    await signIn(editor, EDITOR);
    expect(pathOf(editor)).toBe('riservato/strumenti/');
    expect(await heading(editor)).not.toBe(words.entry.title);
  });

  it('a role that the coordinator changes holds from her next click on', async () => {
    await coordinator.goto(`${gateway.url}accesso/`);
    await signIn(coordinator, COORDINATOR);
    await editor.goto(`${gateway.url}accesso/`);
    await giveRole(EDITOR.address, 'participant');
    await open(editor, words.account.status);
    expect(await heading(editor)).toBe(words.forbidden.title);
    await editor.goto(gateway.url + GUIDE);
    expect(await editor.locator('article').count()).toBe(1);
    await giveRole(EDITOR.address, 'none');
    await editor.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: 'Guide' }).click();
    expect([await heading(editor), await editor.locator('article').count()]).toEqual([words.entry.title, 0]);
    await signIn(editor, EDITOR);
    expect(await editor.getByRole('alert').innerText()).toBe(words.entry.wrong);
  });

  it('none of it breaks the policy of the site', () => expect(errors).toEqual([]));
});
