/** An editor whose network works on GitHub, in the real editor: signs in there by the popup, and saves a draft there. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type RunningGateway, runGateway } from '../support/gateway.ts';
import { CLIENT, type FakeGitHub, REPO, startGitHub } from '../support/github.ts';
import { type MadeRepository, makeRepository } from '../support/repository.ts';
import { settingsFrom } from '../support/settings.ts';

let browser: Browser;
let github: FakeGitHub;
let made: MadeRepository;
let gateway: RunningGateway;
let context: BrowserContext;
let page: Page;
const foreign = new Set<string>();
const blocked: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  github = await startGitHub();
  made = await makeRepository({ 'content/glossary/attesa.yaml': 'term: Coda\ndefinition: Chi aspetta.\n' });
  const editor = { backend: 'github', repo: REPO, url: github.url, ...CLIENT };
  gateway = await runGateway({
    dist: inject('dist'),
    sources: [`${made.path}/content`],
    settings: settingsFrom({ editor }),
  });
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(15_000);
  await sitDown('elena@comune.example');
  page = await context.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  page.on('request', (request) => {
    const { origin } = new URL(request.url());
    if (origin !== gateway.origin && origin !== 'null') foreign.add(origin);
  });
  page.on('console', (message) => {
    if (/Content Security Policy|Cross-Origin/.test(message.text())) blocked.push(message.text());
  });
});
afterAll(async () => {
  await gateway?.close();
  made?.remove();
  await github?.close();
  await browser?.close();
});

/** Somebody signs in at the gateway, in the one browser. */
async function sitDown(address: string): Promise<void> {
  const [, value = ''] = gateway.session(gateway.account(address, 'editor')).split('=');
  await context.addCookies([{ name: 'polinet-session', value, url: gateway.origin }]);
}

const logIn = () => page.getByRole('button', { name: 'Accedi con GitHub' });
const field = (name: string) => page.locator(`[id^="${name}-field"]`);

describe('an editor whose network works on GitHub', () => {
  it('is told in the editor why GitHub does not let her in', async () => {
    github.trouble = 'denied';
    await page.goto(`${gateway.origin}/admin/`);
    await logIn().click();
    await page.getByText('Su GitHub l’accesso non è stato autorizzato').waitFor();
    expect(github.asked).toEqual([]);
    github.trouble = undefined;
  });

  it('signs in by a popup that closes by itself', async () => {
    const popup = page.waitForEvent('popup');
    await logIn().click();
    const opened = await popup;
    await page.getByText('Glossario').first().waitFor();
    if (!opened.isClosed()) await opened.waitForEvent('close');
    expect(github.asked).toContain('GET /user');
    expect(github.asked).toContain(`GET /repos/${REPO}`);
  });

  it('is still in when she comes back, and the next person at that browser is not', async () => {
    await page.reload();
    await page.getByText('Glossario').first().waitFor();
    await sitDown('anna@comune.example');
    await page.reload();
    await logIn().click();
    await page.getByText('Glossario').first().waitFor();
    expect(github.tokens).toHaveLength(2);
  });

  it('is told so where the page that opened the popup is gone', async () => {
    const opened = context.waitForEvent('page');
    await page.evaluate(() => void open('/admin/oauth/github', '_blank', 'noopener'));
    const alone = await opened;
    await alone.getByText('ha aperto questa finestra non c’è più').waitFor();
    await alone.close();
  });

  it('cannot save what the build would refuse, and GitHub is not asked', async () => {
    await page.goto(`${gateway.origin}/admin/#/collections/glossary/new`);
    await field('term').fill('Coda');
    await field('definition').fill('Le chiamate che aspettano.');
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    const refused = page.getByRole('dialog', { name: 'La voce non è stata salvata' });
    await refused.getByText('«Coda» è già di «glossary/attesa.yaml»').waitFor();
    expect(github.written).toEqual([]);
    await refused.getByRole('button').last().click();
  });

  it('saves a draft as a pull request, and nothing in the gateway’s own repository', async () => {
    await field('term').press('Control+A');
    await page.keyboard.type('Fila');
    expect(await field('term').inputValue()).toBe('Fila');
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await page.getByText('Modifiche salvate', { exact: true }).waitFor();
    const wrote = (where: string) => github.written.find(([one]) => one === where)?.[1];
    expect(wrote('POST /git/trees')?.tree).toMatchObject([{ path: 'content/glossary/fila.yaml' }]);
    expect(wrote('POST /git/refs')).toMatchObject({ ref: 'refs/heads/cms/glossary/fila' });
    expect(wrote('POST /pulls')).toMatchObject({ base: 'main', title: 'Nuova voce in Termine: fila' });
    expect(made.git('branch', '--list', '--format=%(refname:short)').trim()).toBe('main');
  });

  it('asks to sign in again where GitHub takes the token no more', async () => {
    github.tokens.length = 0;
    await page.goto(`${gateway.origin}/admin/`);
    await page.reload();
    await logIn().waitFor();
  });

  it('and the editor has asked nobody but the gateway and GitHub', () => {
    expect([...foreign]).toEqual([github.url]);
    expect(blocked).toEqual([]);
  });
});

describe.each([
  ['GitLab', '/oauth/authorize'],
  ['Gitea', '/login/oauth/authorize'],
  ['Forgejo', '/login/oauth/authorize'],
])('an editor whose network works on %s', (name, path) => {
  it('leaves to sign in there, with PKCE, and is to come back to the editor', async () => {
    const page = await context.newPage();
    await page.route('**/admin/api/me', async (route) => {
      const me = (await (await route.fetch()).json()) as { forge: object };
      const forge = { ...me.forge, backend: name.toLowerCase(), clientId: 'id-there', api: `${github.url}/api/v1` };
      await route.fulfill({ json: { ...me, forge } });
    });
    await page.goto(`${gateway.origin}/admin/`);
    await page.getByRole('button', { name: `Accedi con ${name}` }).click();
    await page.waitForURL(`${github.url}${path}?**`);
    const { searchParams } = new URL(page.url());
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: 'id-there',
      redirect_uri: `${gateway.origin}/admin/`,
      code_challenge_method: 'S256',
    });
    await page.close();
  });
});
