/** Every page of the gateway is accessible, valid, and fits the screen. */
import type { Browser, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { entryPages, PERSON } from '../support/entry-pages.ts';
import { validator } from '../support/html.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { type Provided, runProvided } from '../support/provided.ts';

let browser: Browser;
let provided: Provided;
let mailbox: Mailbox;

beforeAll(async () => {
  browser = await launchBrowser();
  mailbox = await startMailbox();
  provided = await runProvided({
    dist: inject('dist'),
    providers: {
      uno: { people: { anna: { email: 'anna@comune.example', email_verified: true } } },
      due: { settings: { name: 'Identità digitale della Regione dal nome molto lungo' } },
    },
    settings: {
      people: { 'anna@comune.example': 'participant' },
      mail: { server: mailbox.url, from: 'rete@comune.example' },
    },
  });
});
afterAll(async () => {
  await browser?.close();
  await provided?.close();
  await mailbox?.close();
});

const screens = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [360, 1280].map((width) => ({ colorScheme, width })),
);

describe.each(entryPages)('$name', ({ open, heading, status }) => {
  it('has nothing that axe finds and fits the screen, in light and dark, on a phone and a desk', async () => {
    const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await open(page, { provided, mailbox });
    expect(await page.locator('h1').innerText()).toBe(heading);
    for (const { colorScheme, width } of screens) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      // What a narrower screen changes comes with the next frames.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      const found = await violations(page);
      expect({ colorScheme, width, found, overflow }).toEqual({ colorScheme, width, found: [], overflow: 0 });
    }
    await context.close();
  });

  it('is valid HTML with nothing inline, and kept by no cache', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    let last: Response | undefined;
    page.on('response', (response) => {
      if (response.request().resourceType() === 'document') last = response;
    });
    await open(page, { provided, mailbox });
    await page.waitForLoadState();
    expect([last?.status(), last?.headers()['cache-control']]).toEqual([status, 'private, no-store']);
    const { results } = await validator.validateString((await last?.text()) ?? '');
    const faults = results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
    expect(faults).toEqual([]);
    expect(await page.title()).toMatch(/^.+ · POLI-NET 3\.0$/);
    expect(await page.title()).toContain(heading);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('script:not([src]):not([type="application/ld+json"]), style, [style]').count()).toBe(0);
    await context.close();
  });
});

describe('an invitation', () => {
  it('shows whom it is about, whole', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
    const page = await context.newPage();
    await entryPages.find(({ name }) => name === 'an invitation')?.open(page, { provided, mailbox });
    expect(await page.locator('.own-page').innerText()).toContain(PERSON);
    await context.close();
  });
});
