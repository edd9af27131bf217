/** Every file of the shipped sources in the real editor, over a real repository: what nobody has changed keeps its bytes. */
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { hasErrors, loadContent } from '#content';
import { launchBrowser } from '../support/browser.ts';
import { entriesIn, type OpenedEntry } from '../support/every-file/entries.ts';
import { publishedIn, shippedRepository, sources, takeDraft } from '../support/every-file/published.ts';
import { goThrough, type Troubles } from '../support/every-file/walk.ts';
import { type RunningGateway, runGateway } from '../support/gateway.ts';
import type { MadeRepository } from '../support/repository.ts';

/** How many pages are at work: while one waits for git, another one draws. */
const PAGES = 2;
const MINUTES = 60_000;

let browser: Browser;
let made: MadeRepository;
let gateway: RunningGateway;
let folders: string[];
let entries: OpenedEntry[];
/** Files by path: as they were sent last, and as drafts in git had them. */
const sent = new Map<string, string>();
const drafted = new Map<string, string>();
const troubles: Troubles = { opened: [], unedited: [], word: [], field: [] };
const errors: string[] = [];

async function newPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => {
    errors.push(dialog.message());
    void dialog.accept();
  });
  await page.goto(`${gateway.origin}/admin/`);
  await page.locator('a[href*="#/collections/"]').first().waitFor();
  return page;
}

beforeAll(async () => {
  made = await shippedRepository();
  entries = entriesIn(made.path, sources);
  folders = sources.map(({ path }) => join(made.path, path));
  gateway = await runGateway({ dist: inject('dist'), sources: folders });
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const [name = '', value = ''] = gateway.session(gateway.account('carla@comune.example', 'coordinator')).split('=');
  await context.addCookies([{ name, value, url: gateway.origin }]);
  const published = publishedIn(made);
  const waiting = [...entries.entries()];
  const work = async (): Promise<void> => {
    let page = await newPage(context);
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [turn, entry] = next;
      try {
        const file = published.get(entry.path);
        if (!file) throw new Error('It is not in the repository.');
        sent.set(entry.path, await goThrough(page, entry, file, { turn, troubles }));
        const { files, commits } = takeDraft(made, entry.path);
        for (const [path, text] of files) drafted.set(path, text);
        // One for the word, one for the field, none for what was saved as it was.
        if (commits !== (entry.hasBody ? 2 : 1)) troubles.unedited.push(`${entry.path}: ${commits} commits`);
      } catch (error) {
        troubles.opened.push(`${entry.path}: ${(error as Error).message}`);
        await page.close();
        page = await newPage(context);
      }
    }
  };
  await Promise.all(Array.from({ length: PAGES }, work));
}, 10 * MINUTES);
afterAll(async () => {
  await browser?.close();
  await gateway?.close();
  made?.remove();
});

describe('every file of the shipped sources', () => {
  it('opens in a form, and is not taken for changed by that', () => {
    expect(troubles.opened).toEqual([]);
    expect([...sent.keys()].sort()).toEqual(entries.map(({ path }) => path).sort());
  });

  it('keeps its bytes where it is saved as it is, and no draft comes of that', () => {
    expect(troubles.unedited).toEqual([]);
  });

  it('differs in one block where one word of its text became another', () => {
    expect(troubles.word).toEqual([]);
  });

  it('differs in one key where one field was changed', () => {
    expect(troubles.field).toEqual([]);
  });

  it('is in git as it was sent, with nothing beside it, and passes the check together with all others', async () => {
    expect(drafted).toEqual(sent);
    const overlay = new Map([...drafted].map(([path, text]) => [join(made.path, path), Buffer.from(text)]));
    const { diagnostics } = await loadContent({ sources: folders, overlay });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(hasErrors(diagnostics)).toBe(false);
    expect(made.status()).toBe('');
  });

  it('nothing went wrong in the browser, and nothing was asked', () => {
    expect(errors).toEqual([]);
  });
});
