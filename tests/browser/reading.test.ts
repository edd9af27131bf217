import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { browsedSite } from '../support/site.ts';

const site = browsedSite();

/** One page of each layout. */
const layouts = [
  '',
  'guide/',
  'guide/tema/call-center/',
  'guide/picchi-di-utenza/',
  'guide/demo-guida-pubblica/',
  'manuali/aprire-lo-sportello/',
  'manuali/aprire-lo-sportello/02-spazi/',
  'strumenti/foglio-turni/',
  'verbali/2012-05-04/',
  'verbali/demo-2026-04/',
  'temi/clima-e-conflitti/',
  'partecipanti/rivoli/',
  'partecipanti/demo-castel-prova/',
  'indicatori/pratiche-allo-sportello/',
  'indicatori/attese-oltre-soglia/',
  'indicatori/schede-prodotto-aggiornate/',
  'temi/',
  'temi/demo-appuntamenti/',
  'impegni/',
  'impegni/stato/scaduto/',
  'decisioni/',
  'prossimo-incontro/',
  'prossimo-incontro/convocazione/',
  'calendari/',
  'dati/',
  'sperimentazioni/',
  'sperimentazioni/demo-lista-picco-montefinto/',
  'novita/terzo-incontro-operativo/',
  'newsletter/',
  'newsletter/demo-2/',
  'glossario/',
  'chi-siamo/',
  'accesso/',
  'cerca/?q=sportello',
  'aiuto/',
  'aiuto/contenuti/verbali/',
  'aiuto/componenti/',
  'aiuto/ciclo/',
  'aiuto/regole/',
  'aiuto/regole/participant-on-date/',
  'non-esiste/',
];

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  describe.each([360, 1280])('at %i pixels', (width) => {
    it.each(layouts)('axe finds nothing on /%s, and nothing overflows', async (path) => {
      // axe itself is injected, which the site's policy rightly forbids.
      const context = await site.browser.newContext({
        colorScheme,
        viewport: { width, height: 800 },
        bypassCSP: true,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      await page.goto(site.url + path);
      if (path.startsWith('cerca')) await page.waitForSelector('.search-title');
      const found = await violations(page);
      expect(found).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      await context.close();
    });
  });
});

describe('what opens over a page', () => {
  it.each([
    ['the search dialog', 'guide/', 1280, '.search-open', 'dialog[open] .search-title'],
    ['the menu of a phone', 'guide/', 360, '.menu-open', '#menu:popover-open'],
    ['the filters of a phone', 'guide/', 360, '.filters-open', '#filtri:popover-open'],
  ])('axe finds nothing on %s', async (_, path, width, opener, shown) => {
    const context = await site.browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(site.url + path);
    await page.click(opener);
    if (shown.includes('search')) await page.locator('dialog input').fill('sportello');
    await page.waitForSelector(shown);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
});

describe('a first visit', () => {
  it('sets no cookie, asks no other origin, and breaks no rule of the site’s policy', async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    const requests: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    for (const path of ['', 'guide/picchi-di-utenza/', 'cerca/?q=picchi']) {
      await page.goto(site.url + path, { waitUntil: 'networkidle' });
    }
    expect(requests.filter((url) => !url.startsWith(site.url))).toEqual([]);
    expect(errors).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });
});

/** Presses Tab until the focus is on what a selector names; fails where it never is. */
async function tabTo(page: Page, selector: string, limit = 60): Promise<void> {
  for (let count = 0; count < limit; count++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab never reaches ${selector}`);
}

describe('by keyboard alone', () => {
  it('the skip link is first and leads to the content', async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.url}guide/picchi-di-utenza/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    expect((await page.locator('.skip').boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('contenuto');
    await page.close();
  });

  it('the focus is visible wherever it goes', async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.url}guide/picchi-di-utenza/`);
    for (let count = 0; count < 25; count++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        return element === document.body ? 'none' : getComputedStyle(element).outlineStyle;
      });
      expect(outline).not.toBe('none');
    }
    await page.close();
  });

  it('a reader goes from the home page to a guide, opens a question, and goes on to what it cites', async () => {
    const page = await site.browser.newPage();
    await page.goto(site.url);
    await tabTo(page, 'a.need');
    await page.keyboard.press('Enter');
    await page.waitForSelector('article.entry');
    await page.goto(`${site.url}guide/picchi-di-utenza/`);
    await tabTo(page, '.faq summary', 120);
    await page.keyboard.press('Enter');
    expect(await page.locator('.faq').first().getAttribute('open')).not.toBeNull();
    await page.close();
  });

  it('the menu of a phone opens and closes', async () => {
    const page = await site.browser.newPage({ viewport: { width: 360, height: 700 } });
    await page.goto(site.url);
    await tabTo(page, '.menu-open');
    expect(await page.locator('#menu').isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    expect(await page.locator('#menu').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('#menu').isVisible()).toBe(false);
    await page.close();
  });
});

describe('with scripts off', () => {
  it('the site reads and navigates: menu, filters, tabs, questions', async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 700 } });
    const page = await context.newPage();
    await page.goto(site.url);
    await page.click('.menu-open');
    await page.click('#menu a[href="/guide/"]');
    expect(new URL(page.url()).pathname).toBe('/guide/');
    await page.click('.filters-open');
    await page.click('.filter a[href="/guide/tema/call-center/"]');
    expect(await page.locator('h1').innerText()).toBe('Guide: Call center telefonico');
    expect(await page.locator('.row').count()).toBe(2);
    await page.click('.row-title a');
    expect(await page.locator('.prose').innerText()).toContain('centralino');
    await page.goto(`${site.url}guide/contare-le-pratiche/`);
    await page.click('.tab:nth-of-type(2) summary');
    expect(await page.locator('.tab:nth-of-type(2) .tab-body').isVisible()).toBe(true);
    expect(await page.locator('.tab:nth-of-type(1) .tab-body').isVisible()).toBe(false);
    await context.close();
  });
});
