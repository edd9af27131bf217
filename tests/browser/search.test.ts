import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browsedSite } from '../support/site.ts';

const site = browsedSite();

async function open(path: string): Promise<Page> {
  const page = await site.browser.newPage();
  await page.goto(site.url + path);
  return page;
}

/** Titles of the results shown, once there are some. */
async function results(page: Page): Promise<string[]> {
  await page.waitForSelector('.search-title');
  return page.locator('.search-title').allInnerTexts();
}

describe('searching', () => {
  const queries: [string, string][] = [
    ['pratiche allo sportello', 'Contare le pratiche allo sportello'],
    ['conflitto', 'Clima organizzativo e conflitto allo sportello'],
    ['citta', 'Accreditare gli utenti dei servizi on line'],
    ['operatore polivalente', 'Glossario'],
  ];
  it.each(queries)('for «%s» finds «%s»', async (query, title) => {
    const page = await open(`cerca/?q=${encodeURIComponent(query)}`);
    expect((await results(page)).slice(0, 5)).toContain(title);
    await page.close();
  });

  it('leads to the heading where the words stand', async () => {
    const page = await open('cerca/?q=operatore%20polivalente&raccolta=Glossario');
    await results(page);
    const link = page.locator('.search-heading a', { hasText: 'operatore polivalente' }).first();
    expect(await link.getAttribute('href')).toBe('/glossario/#operatore-polivalente');
    await page.close();
  });

  it('is narrowed by facets with counts, kept in the address', async () => {
    const page = await open('cerca/?q=sportello');
    await results(page);
    const labels = await page.locator('.search-facet label').allInnerTexts();
    expect(labels).toEqual(['Raccolta', 'Tema', 'Partecipante', 'Anno']);
    const option = page.locator('#facet-raccolta option', { hasText: 'Manuali' });
    const count = Number(/\((\d+)\)/.exec(await option.innerText())?.[1]);
    await page.locator('#facet-raccolta').selectOption('Manuali');
    await expect.poll(() => page.locator('.search-status').innerText()).toBe(`${count} risultati`);
    expect(new URL(page.url()).searchParams.get('raccolta')).toBe('Manuali');
    expect(new Set(await page.locator('.search-kind').allInnerTexts())).toEqual(new Set(['Manuali']));
    await page.close();
  });

  it('says when nothing is found, and what to try', async () => {
    const page = await open('cerca/?q=xyzzyx');
    await expect.poll(() => page.locator('.search-status').innerText()).toContain('Nessun risultato per «xyzzyx».');
    await page.close();
  });

  it('finds nothing restricted', async () => {
    const page = await open('cerca/?q=demo&raccolta=Guide');
    const titles = await results(page).catch(() => []);
    expect(titles.join()).not.toMatch(/riservat/i);
    await page.close();
  });
});

describe('the search box of the header', () => {
  it.each([
    ['/', '/'],
    ['Ctrl-K', 'Control+k'],
  ])('opens at %s with the keyboard alone, and closes at Escape', async (_, key) => {
    const page = await open('guide/');
    const before = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(before.filter((name) => /pagefind|client|dialog/.test(name))).toEqual([]);
    await page.keyboard.press(key);
    await page.waitForSelector('dialog[open] input');
    await page.keyboard.type('picchi di utenza');
    await page.waitForSelector('dialog .search-title');
    expect(await page.locator('dialog .search-title').allInnerTexts()).toContain('Gestire i picchi di utenza');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.close();
  });

  it('leads to the search page where scripts are off', async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.url);
    await page.click('.search-open');
    expect(new URL(page.url()).pathname).toBe('/cerca/');
    expect(await page.locator('noscript, main').first().innerText()).toContain('La ricerca ha bisogno di JavaScript');
    await context.close();
  });
});

describe('the participants’ search', () => {
  it('finds drafts and restricted entries, marked as what they are, and leads to them', async () => {
    const context = await site.signedIn('participant');
    const page = await context.newPage();
    await page.goto(`${site.url}riservato/cerca/?q=messaggi%20del%20risponditore`);
    await results(page);
    const draft = page.locator('.search-result', { hasText: 'bozza dimostrativa' }).first();
    expect(await draft.locator('.badge').allInnerTexts()).toEqual(['Bozza', 'Solo partecipanti', 'Dato dimostrativo']);
    await draft.locator('.search-title a').click();
    await page.waitForSelector('article.entry');
    expect(new URL(page.url()).pathname).toBe('/riservato/guide/demo-messaggi-del-risponditore/');
    await context.close();
  });
});
