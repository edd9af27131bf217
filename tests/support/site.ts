/** The built site behind a gateway, in a real browser, for the length of a test file. */
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Role } from '#gateway';
import { launchBrowser } from './browser.ts';
import { type RunningGateway, runGateway } from './gateway.ts';

export interface BrowsedSite {
  browser: Browser;
  url: string;
  gateway: RunningGateway;
  /** A browser's context in which somebody with a role is signed in. */
  signedIn(role: Role, options?: Parameters<Browser['newContext']>[0]): Promise<BrowserContext>;
}

/** Starts a gateway and a browser before the file's tests, and ends both after them. */
export function browsedSite(): BrowsedSite {
  const site = {
    async signedIn(role, options) {
      const account = site.gateway.state.accounts.byAddress(`${role}@example.org`)?.id;
      const [name = '', value = ''] = site.gateway
        .session(account ?? site.gateway.account(`${role}@example.org`, role))
        .split('=');
      const context = await site.browser.newContext(options);
      await context.addCookies([{ name, value, url: site.url }]);
      return context;
    },
  } as BrowsedSite;
  beforeAll(async () => {
    site.browser = await launchBrowser();
    site.gateway = await runGateway({ dist: inject('dist') });
    site.url = site.gateway.url;
  });
  afterAll(async () => {
    await site.browser?.close();
    await site.gateway?.close();
  });
  return site;
}
