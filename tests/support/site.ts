/** An edition in a real browser, for the length of a test file. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { serveFolder } from '#gateway';
import { type EditionId, editions } from '#model';
import { launchBrowser } from './browser.ts';

/** Starts a server of one edition and a browser before the file's tests, and ends both after them. */
export function browsedSite(edition: EditionId = 'public'): { browser: Browser; url: string } {
  const site = {} as { browser: Browser; url: string };
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    site.browser = await launchBrowser();
    ({ url: site.url, close } = await serveFolder({
      folder: join(inject('dist'), edition),
      base: editions[edition].base,
      host: '127.0.0.1',
      port: 0,
    }));
  });
  afterAll(async () => {
    await site.browser?.close();
    await close?.();
  });
  return site;
}
