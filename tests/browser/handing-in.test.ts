/** A participant hands in a material without scripts; the coordinator finds its draft, and what she publishes is a tool. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { compileEdition, loadContent } from '#content';
import { exampleBase, pdf } from '#content/examples';
import { messages } from '#i18n';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Edited, type Editor, runEdited } from '../support/edited.ts';
import { validator } from '../support/html.ts';
import { showsFocus, tabTo } from '../support/keyboard.ts';
import { temporaryFolder } from '../support/sources.ts';

const words = messages('it').handingIn;
const TITLE = 'Foglio per l’accoglienza dal titolo lungo, che va a capo anche su uno schermo largo';
const ID = 'foglio-per-l-accoglienza-dal-titolo-lungo-che-va-a-capo-anche-su-uno-schermo-largo';

let browser: Browser;
let edited: Edited;
let paola: Editor;
let carla: Editor;
const folder = temporaryFolder();
const file = join(folder.path, 'Foglio di accoglienza.pdf');

beforeAll(async () => {
  browser = await launchBrowser();
  const inContent = Object.entries(exampleBase).map(([path, text]) => [`content/${path}`, text]);
  edited = await runEdited(Object.fromEntries(inContent), { dist: inject('dist') });
  paola = edited.person('paola', 'participant');
  carla = edited.person('carla', 'coordinator');
  writeFileSync(file, pdf(false));
});
afterAll(async () => {
  await browser?.close();
  await edited?.close();
  folder.remove();
});

/** A browser of somebody who is signed in, at the participants' list of tools. */
async function atTools({ cookie }: Editor, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: edited.gateway.origin }]);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${edited.gateway.origin}/riservato/strumenti/`);
  return page;
}

const open = (page: Page) => page.getByRole('link', { name: words.title }).click();
const send = (page: Page) => page.getByRole('button', { name: words.submit, exact: true }).click();
const fitting = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** What is wrong with a page as it is, on a phone and a desk, in light and dark. */
async function faultsOf(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [360, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const shot = process.env.SHOTS;
      if (shot) await page.screenshot({ path: `${shot}/${name}-${colorScheme}-${width}.png`, fullPage: true });
      const found = await violations(page);
      expect({ name, colorScheme, width, found, fits: await fitting(page) }).toMatchObject({ found: [], fits: true });
    }
  const { results } = await validator.validateString(await page.content());
  const told = results.flatMap((result) => result.messages.map(({ message, selector }) => `${selector}: ${message}`));
  expect({ name, told }).toEqual({ name, told: [] });
}

it('is handed in without scripts, mended where it was wrong, and published by the coordinator', async () => {
  const page = await atTools(paola, { javaScriptEnabled: false });
  await open(page);
  await page.getByLabel(words.fields.titolo).fill(TITLE);
  await page.getByLabel(words.fields.tipo).selectOption({ label: 'Foglio di calcolo' });
  await page.getByLabel('Un tema').check();
  await page.getByLabel(words.fields.file, { exact: true }).setInputFiles(file);
  await page.getByLabel(words.fields.note).fill('{Un segno} <così>');
  await send(page);
  await page.getByRole('alert').getByRole('link', { name: words.missing.scopo }).click();
  expect(page.url()).toContain('#f-scopo');
  expect(await page.getByLabel(words.fields.note).inputValue()).toBe('{Un segno} <così>');
  await page.getByLabel(words.fields.scopo).fill('Serve a chi accoglie.');
  await page.getByLabel(words.fields.file, { exact: true }).setInputFiles(file);
  await send(page);
  expect(await page.getByRole('status').innerText()).toBe(words.done.thanks(TITLE));
  await page.reload();
  expect((await carla.act('unpublishedEntries')).body).toEqual([`tools/${ID}/index`]);
  await page.context().close();

  const published = await carla.act('publishUnpublishedEntry', { collection: 'tools', slug: `${ID}/index` });
  expect(published.status).toBe(200);
  const content = await loadContent({ sources: [join(edited.made.path, 'content')] });
  const entries = (id: 'public' | 'participants') =>
    compileEdition(content, id, '2026-01-01').entries.map(({ link }) => link.url);
  expect(entries('participants')).toContain(`/riservato/strumenti/${ID}/`);
  expect(entries('public')).not.toContain(`/strumenti/${ID}/`);
});

it('has nothing that axe finds, fits the screen, and goes by keyboard', async () => {
  const page = await atTools(paola, { bypassCSP: true, reducedMotion: 'reduce' });
  await faultsOf(page, 'tools');
  await open(page);
  await faultsOf(page, 'form');
  await tabTo(page, '#f-titolo');
  await page.keyboard.type('Scheda da tastiera');
  await tabTo(page, '[name=temi]');
  await page.keyboard.press('Space');
  expect(await showsFocus(page)).toBe(true);
  await tabTo(page, '.handing-in [type=submit]');
  await page.keyboard.press('Enter');
  // The focus is on what was wrong: by the page itself, with its first frame.
  await page.locator('[role=alert]:focus').waitFor();
  expect(await page.locator('[name=temi]').first().isChecked()).toBe(true);
  await faultsOf(page, 'mistakes');
  await page.getByLabel(words.fields.scopo).fill('Serve a chi accoglie.');
  await page.getByLabel(words.fields.tipo).selectOption({ index: 1 });
  await page.getByLabel(words.fields.file, { exact: true }).setInputFiles(file);
  await send(page);
  await page.getByRole('status').waitFor();
  await faultsOf(page, 'thanks');
  await page.context().close();
});
