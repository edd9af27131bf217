/** The whole road of a guide in the real editor: written, saved, reviewed, published, read on the public site. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings, openStateWith, type Role } from '#gateway';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { type MadeRepository, makeRepository } from '../support/repository.ts';
import { temporaryFolder } from '../support/sources.ts';
import { type Started, start } from '../support/started.ts';

const BODY = [
  'Un paragrafo scritto nell’editor.',
  '<Aside kind="tip">\nUn consiglio.\n</Aside>',
  '| Giorno | Persone |\n| --- | ---: |\n| lunedì | 12 |',
  'Con una nota.[^1]',
  '[^1]: Il testo della nota.\n',
].join('\n\n');
const SLUG = 'una-guida-di-prova';
const FILE = `content/guides/${SLUG}/index.mdx`;

let browser: Browser;
let made: MadeRepository;
let site: Started;
const folder = temporaryFolder();
const errors: string[] = [];
const foreign: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  made = await makeRepository();
  rmSync(join(made.path, 'content'), { recursive: true });
  cpSync('content', join(made.path, 'content'), { recursive: true });
  made.git('add', '-A');
  made.git('commit', '-qm', 'The shipped content');
  site = start({
    content: join(made.path, 'content'),
    dist: join(folder.path, 'dist'),
    state: join(folder.path, 'state'),
  });
  await site.serving();
});
afterAll(async () => {
  await site?.kill();
  await browser?.close();
  made?.remove();
  folder.remove();
});

/** The editor's page, for somebody who is signed in. */
async function editorOf(name: string, role: Role): Promise<Page> {
  const state = openStateWith(join(folder.path, 'state'), defaultSettings());
  const person = {
    address: `${name.toLowerCase()}@comune.example`,
    name,
    role,
    participant: null,
    granted: 'hand',
  } as const;
  const session = state.sessions.begin(state.accounts.add(person, Date.now()).id, 'password', Date.now());
  state.close();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies([{ name: 'polinet-session', value: session, url: site.origin }]);
  const page = await context.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(site.origin) && !/^(data|blob):/.test(url)) foreign.push(url);
  });
  return page;
}

const fieldOf = (page: Page, name: string) => page.locator(`[id^="${name}-field"]`);
const saved = (page: Page) => page.getByText('Modifiche salvate', { exact: true }).waitFor();

/** Writes the text of an entry as it stands in its file. */
async function writeSource(page: Page, text: string): Promise<void> {
  await page
    .getByRole('button', { name: 'Sorgente' })
    .or(page.getByRole('radio', { name: 'Sorgente' }))
    .first()
    .click();
  await page.locator('.cm-content').fill(text);
}

/** Chooses in one of Decap's own lists. */
async function choose(page: Page, name: string, option: string): Promise<void> {
  await fieldOf(page, name).fill(option);
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function setStatus(page: Page, status: string): Promise<void> {
  await page.getByRole('button', { name: /^Stato:/ }).click();
  await page.getByRole('menuitem', { name: status, exact: true }).click();
  await page.getByRole('button', { name: `Stato: ${status}` }).waitFor();
}

describe('the road of a guide', () => {
  let elena: Page;
  let carla: Page;

  it('an editor writes it in a form, and sees what the build would refuse before it is saved', async () => {
    elena = await editorOf('Elena', 'editor');
    await elena.goto(`${site.origin}/admin/#/collections/guides/new`);
    await fieldOf(elena, 'title').fill('Una guida di prova');
    await fieldOf(elena, 'summary').fill('Che cosa contiene, in una frase.');
    await fieldOf(elena, 'themes').selectOption({ label: 'Call center telefonico' });
    await writeSource(elena, BODY.replace('kind=', 'tipo='));
    await elena.getByRole('button', { name: 'Salva', exact: true }).click();
    const refused = elena.getByRole('dialog', { name: 'La voce non è stata salvata' });
    await refused.getByText('«tipo» non è un attributo di questo componente').waitFor();
    expect(await refused.getByRole('listitem').allInnerTexts()).toEqual(
      [expect.stringContaining('<Aside tipo="tip">'), expect.stringContaining('Nessun’altra voce porta qui')].reverse(),
    );
    await refused.getByRole('button', { name: 'Tornare al testo' }).click();
    expect(made.git('branch', '--list', 'cms/*')).toBe('');
    errors.length = 0;
    await writeSource(elena, BODY);
    await elena.getByRole('button', { name: 'Salva', exact: true }).click();
    await saved(elena);
    expect(made.git('log', '-1', '--format=%an <%ae>', `cms/guides/${SLUG}`)).toBe('Elena <elena@comune.example>\n');
    expect(made.git('show', `cms/guides/${SLUG}:${FILE}`)).toContain(`\n---\n\n${BODY}`);
    expect(made.status()).toBe('');
  });

  it('she sends it for review, and may not say that it is ready', async () => {
    await setStatus(elena, 'In revisione');
    expect(
      made.git('log', '-1', '--format=%(trailers:key=Polinet-Review,valueonly)', `cms/guides/${SLUG}`).trim(),
    ).toBe('pending_review');
  });

  it('the coordinator finds it among what is to be reviewed, opens it to all, and publishes it', async () => {
    carla = await editorOf('Carla', 'coordinator');
    await carla.goto(`${site.origin}/admin/#/workflow`);
    await carla.getByText('Una guida di prova').waitFor();
    await carla.goto(`${site.origin}/admin/#/collections/guides/entries/${SLUG}/index`);
    await choose(carla, 'access', 'Tutti');
    await choose(carla, 'status', 'Valida');
    await carla.getByRole('button', { name: 'Salva', exact: true }).click();
    await saved(carla);
    await setStatus(carla, 'Pronto');
    await carla.getByRole('button', { name: 'Pubblica', exact: true }).click();
    await carla.getByRole('menuitem', { name: 'Pubblica ora' }).click();
    await carla.getByText('Voce pubblicata').first().waitFor();
    expect(await site.until('Il sito è aggiornato')).toBe(true);
  });

  it('seconds later it is on the public site, and in git by the names of those who did it', async () => {
    const page = await (await browser.newContext()).newPage();
    while ((await page.goto(`${site.origin}/guide/${SLUG}/`))?.status() === 404) await sleep(100);
    const text = await page.getByRole('main').innerText();
    for (const part of ['Un paragrafo scritto nell’editor.', 'Un consiglio.', 'lunedì', 'Il testo della nota.'])
      expect(text).toContain(part);
    expect(made.git('log', '-1', '--format=%an', 'main')).toBe('Carla\n');
    expect(made.git('log', '--format=%an', 'main^1..main^2').split('\n').filter(Boolean)).toEqual(
      expect.arrayContaining(['Carla', 'Elena']),
    );
    expect([made.status(), made.git('branch', '--list', 'cms/*')]).toEqual(['', '']);
  });

  it('two who change one entry: the second sees both versions, and keeps her own over the other', async () => {
    const entry = `${site.origin}/admin/#/collections/guides/entries/picchi-di-utenza`;
    const file = 'content/guides/picchi-di-utenza.mdx';
    const before = made.git('show', `main:${file}`);
    for (const page of [elena, carla]) {
      await page.goto('about:blank');
      await page.goto(entry);
      await page.getByText('Il numero massimo di persone in sala').waitFor();
    }
    await fieldOf(elena, 'title').fill('Secondo Elena');
    await elena.getByRole('button', { name: 'Salva', exact: true }).click();
    await saved(elena);
    await fieldOf(carla, 'title').fill('Secondo Carla');
    await carla.getByRole('button', { name: 'Salva', exact: true }).click();
    const refused = carla.getByRole('dialog', { name: 'La voce non è stata salvata' });
    await refused.waitFor();
    expect(
      await refused.getByRole('region', { name: 'La versione dell’altra persona' }).locator('mark').allInnerTexts(),
    ).toEqual(['title: Secondo Elena']);
    expect(await refused.getByRole('region', { name: 'La propria versione' }).locator('mark').allInnerTexts()).toEqual([
      'title: Secondo Carla',
    ]);
    expect(await violations(carla, '.polinet-refusal')).toEqual([]);
    await refused.getByRole('button', { name: 'Tenere la propria' }).click();
    await carla.getByRole('button', { name: 'Salva', exact: true }).click();
    await saved(carla);
    errors.length = 0;
    // Nothing but the title has changed: the text was open in the editor all the while.
    expect(made.git('show', `cms/guides/picchi-di-utenza:${file}`)).toBe(
      before.replace(/^title: .*$/m, 'title: Secondo Carla'),
    );
    expect(made.git('log', '--format=%an', 'main..cms/guides/picchi-di-utenza')).toBe('Carla\nElena\n');
  });

  it('nothing went wrong in the browser, and nothing was asked of another site', () => {
    expect({ errors, foreign }).toEqual({ errors: [], foreign: [] });
  });
});
