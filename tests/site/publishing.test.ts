/** From a publication to the site: a burst is a build or two, and what cannot be built leaves the last good site. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings, openStateWith } from '#gateway';
import { ask } from '../support/ask.ts';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Forge, makeForge } from '../support/forge.ts';
import { type MadeRepository, makeRepository } from '../support/repository.ts';
import { guide, network, temporaryFolder, theme } from '../support/sources.ts';
import { type Started, start } from '../support/started.ts';

const NUMBERS = [1, 2, 3, 4];
const PATIENCE = { timeout: 60_000, interval: 200 };

const folder = temporaryFolder();
let made: MadeRepository;
let forge: Forge;
let site: Started;
let cookie = '';

beforeAll(async () => {
  made = await makeRepository({
    'content/network.yaml': network,
    'content/themes/tema.mdx': theme,
    ...Object.fromEntries(NUMBERS.map((number) => [`content/guides/g${number}.mdx`, guide('', 'Prima.')])),
  });
  forge = makeForge(made);
  const state = join(folder.path, 'state');
  site = start({ content: join(made.path, 'content'), dist: join(folder.path, 'dist'), state, remote: forge.path });
  await site.serving();
  const opened = openStateWith(state, defaultSettings());
  const person = { address: 'carla@comune.example', name: 'Carla', role: 'coordinator', participant: null } as const;
  const { id } = opened.accounts.add({ ...person, granted: 'hand' }, Date.now());
  cookie = `polinet-session=${opened.sessions.begin(id, 'password', Date.now())}`;
  opened.close();
});
afterAll(async () => {
  await site?.kill();
  made?.remove();
  forge?.remove();
  folder.remove();
});

async function act(action: string, params: object): Promise<void> {
  const { status, text } = await ask(site.origin, '/admin/api/v1', {
    method: 'POST',
    headers: { cookie, origin: site.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ action, params }),
  });
  expect(status, text).toBe(200);
}

/** Saves a guide's text as a draft. */
function write(number: number, body: string): Promise<void> {
  const path = `content/guides/g${number}.mdx`;
  return act('persistEntry', {
    dataFiles: [{ path, slug: `g${number}`, raw: guide('', body) }],
    options: { collectionName: 'guides', commitMessage: 'Guida' },
    read: { [path]: made.git('rev-parse', `HEAD:${path}`).trim() },
  });
}
const publish = (number: number) => act('publishUnpublishedEntry', { collection: 'guides', slug: `g${number}` });

const page = async (path: string) => (await ask(site.origin, path, { headers: { cookie } })).text;
const status = () => page('/accesso/stato/');
const builds = () => site.output().split('Il sito è aggiornato').length - 1;

describe('a burst of publications', () => {
  it('becomes one build or two, and the last state is served in both editions, and there in the remote', async () => {
    for (const number of NUMBERS) await write(number, `Dopo, la ${number}.`);
    const before = builds();
    await Promise.all(NUMBERS.map(publish));
    await expect.poll(() => status(), PATIENCE).toMatch(/Tutto ciò che è pubblicato è in linea/);
    for (const number of NUMBERS)
      for (const base of ['/', '/riservato/'])
        expect(await page(`${base}guide/g${number}/`)).toContain(`Dopo, la ${number}.`);
    expect(builds() - before).toBeLessThanOrEqual(2);
    expect(builds() - before).toBeGreaterThan(0);
    await expect.poll(() => forge.git('rev-parse', 'main'), PATIENCE).toBe(made.git('rev-parse', 'main'));
  });
});

describe('content that comes by the remote', () => {
  it('and is wrong leaves the last good site up: the status page says where, and what waits for it', async () => {
    forge.merge({ 'content/guides/g1.mdx': guide('related: [guides/nessuna]', 'Sbagliata.') });
    // What is published here is what makes the gateway look there.
    await write(2, 'Di qui.');
    await publish(2);
    await expect.poll(() => status(), PATIENCE).toMatch(/hanno errori: il sito resta[\s\S]*guides\/g1\.mdx/);
    expect(await status()).toMatch(/href="\/admin\/#\/collections\/guides\/entries\/g1"[\s\S]*In attesa di andare/);
    expect(await page('/guide/g1/')).toContain('Dopo, la 1.');
  });

  it('is told in a page that everybody can read, on a phone too', async () => {
    await write(3, 'Una bozza.');
    const browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: site.origin }]);
    const shown = await context.newPage();
    await shown.goto(`${site.origin}/accesso/stato/`);
    expect(await shown.locator('main h2').allTextContents()).toEqual([
      'Che cosa correggere',
      'In attesa di andare in linea',
      'Bozze',
      'Repository remoto',
      'Avvisi',
    ]);
    expect(await violations(shown)).toEqual([]);
    expect(await shown.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await browser.close();
  });
});
