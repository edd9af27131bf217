/** The editor without a mouse, and what axe finds in it. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { shippedRepository, sources } from '../support/every-file/published.ts';
import { type RunningGateway, runGateway } from '../support/gateway.ts';
import { showsFocus, tabTo } from '../support/keyboard.ts';
import type { MadeRepository } from '../support/repository.ts';

/** What axe advises beyond WCAG 2.2, and Decap, or MDXEditor in a text with boxes and tables, does not follow. */
const ADVICE = [
  'aria-allowed-role',
  'empty-heading',
  'empty-table-header',
  'heading-order',
  'landmark-',
  'page-has-heading-one',
  'region',
];

let browser: Browser;
let made: MadeRepository;
let gateway: RunningGateway;
let page: Page;

beforeAll(async () => {
  made = await shippedRepository();
  gateway = await runGateway({ dist: inject('dist'), sources: sources.map(({ path }) => join(made.path, path)) });
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const [name = '', value = ''] = gateway.session(gateway.account('carla@comune.example', 'coordinator')).split('=');
  await context.addCookies([{ name, value, url: gateway.origin }]);
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
});
afterAll(async () => {
  await browser?.close();
  await gateway?.close();
  made?.remove();
});

/** Decap takes an address for another one only where something else was there before. */
async function open(path: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${gateway.origin}/admin/#/${path}`);
}

/** Presses a key until the focus is on what says a text; fails where it never is. */
async function pressUntil(key: string, text: string): Promise<void> {
  for (let count = 0; count < 120; count++) {
    await page.keyboard.press(key);
    if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === text) return;
  }
  throw new Error(`${key} never reaches «${text}».`);
}

async function found(): Promise<string[]> {
  return (await violations(page)).filter((one) => !ADVICE.some((rule) => one.startsWith(rule)));
}

describe('axe', () => {
  it.each([
    ['collections/guides', 'Organizzare turni e sostituzioni'],
    ['collections/guides/entries/picchi-di-utenza', 'Domande frequenti'],
    ['collections/minutes/entries/2012-05-04', 'Numero dell’incontro'],
    ['collections/tools/entries/foglio-turni/index', 'Chi può leggere'],
    ['collections/participants/entries/este', 'Codice ISTAT'],
    ['collections/manuals-part/new', 'Posizione'],
    ['workflow', 'In revisione'],
  ])('finds nothing at %s', async (path, text) => {
    await open(path);
    await page.getByText(text).first().waitFor();
    expect(await found()).toEqual([]);
  });
});

describe('by the keyboard alone', () => {
  it('a guide is begun, written, saved and sent for review', async () => {
    await open('collections/guides');
    await page.getByText('Organizzare turni e sostituzioni').waitFor();
    await tabTo(page, 'a[href="#/collections/guides/new"]');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('[id^="title-field"]').waitFor();
    await tabTo(page, '[id^="title-field"]');
    await page.keyboard.type('Scritta senza mouse');
    await tabTo(page, '[id^="summary-field"]');
    await page.keyboard.type('Una frase.');
    await tabTo(page, '[id^="access-field"]');
    await page.keyboard.type('Tutti');
    await page.keyboard.press('Enter');
    await tabTo(page, '[id^="themes-field"]');
    await page.keyboard.press('ArrowDown');
    await page.locator('.polinet-chosen button').first().waitFor();
    await tabTo(page, '.mdx-text');
    await page.keyboard.type('Il testo, e poi ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('grassetto');
    await page.keyboard.press('Control+b');
    // Out of the text by Tab, on through the rest of the page, and around to its head.
    await tabTo(page, '[class*="Toolbar"] button, header button');
    while ((await page.evaluate(() => document.activeElement?.textContent)) !== 'Salva')
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Modifiche salvate', { exact: true }).waitFor();
    const file = 'content/guides/scritta-senza-mouse/index.mdx';
    const text = made.git('show', `cms/guides/scritta-senza-mouse:${file}`);
    expect(text).toContain('title: Scritta senza mouse\n');
    expect(text).toContain('\nIl testo, e poi **grassetto**\n');
    await pressUntil('Tab', 'Stato: Bozza');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'In revisione' }).waitFor();
    await pressUntil('ArrowDown', 'In revisione');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Stato: In revisione' }).waitFor();
  });

  it('what is refused is read, put away, and mended', async () => {
    await open('collections/glossary/new');
    await page.locator('[id^="term-field"]').waitFor();
    await tabTo(page, '[id^="term-field"]');
    await page.keyboard.type('🎉');
    await tabTo(page, '[id^="definition-field"]');
    await page.keyboard.type('Una definizione.');
    while ((await page.evaluate(() => document.activeElement?.textContent)) !== 'Salva')
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const refused = page.getByRole('dialog', { name: 'La voce non è stata salvata' });
    await refused.waitFor();
    expect(await violations(page, '.polinet-refusal')).toEqual([]);
    await page.keyboard.press('Escape');
    await refused.waitFor({ state: 'detached' });
    expect(made.git('branch', '--list', 'cms/glossary/*')).toBe('');
  });
});
