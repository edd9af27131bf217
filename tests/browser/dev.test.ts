import { type ChildProcess, spawn } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleBase, guide, minutes } from '#content/examples';
import { launchBrowser } from '../support/browser.ts';
import { temporaryFolder, writeFiles } from '../support/sources.ts';

const folder = temporaryFolder();
const source = join(folder.path, 'fonte');
const broken = guide('related: [guides/prva]');
const mended = guide('related: [guides/prova]');
let browser: Browser;
let server: ChildProcess;
let output = '';
let url = '';

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function until(text: string) {
  while (!output.includes(text)) {
    if (server.exitCode !== null) throw new Error(output);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

beforeAll(async () => {
  writeFiles(source, { ...exampleBase, 'guides/prova.mdx': guide(), 'guides/a.mdx': broken });
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  server = spawn(process.execPath, [join(import.meta.dirname, '../../scripts/dev.ts')], {
    env: {
      PATH: process.env.PATH ?? '',
      ASTRO_TELEMETRY_DISABLED: '1',
      POLINET_CONTENT: source,
      POLINET_STATE: join(folder.path, 'stato'),
      PORT: String(port),
    },
  });
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (chunk) => (output += chunk));
  browser = await launchBrowser();
});
afterAll(async () => {
  server.kill();
  await browser.close();
  folder.remove();
});

it('the dev server waits for content without errors, and shows later ones over the page until they are mended', async () => {
  await until('In attesa di modifiche');
  expect(output).toContain('Forse intendevi «guides/prova»?');
  writeFiles(source, { 'guides/a.mdx': mended });
  await until('watching for file changes');
  const page = await browser.newPage();
  await page.goto(`${url}/guide/a/`);
  expect(await page.locator('h1').innerText()).toBe('Una guida');
  writeFiles(source, { 'guides/a.mdx': broken });
  const overlay = page.locator('vite-error-overlay');
  await overlay.waitFor({ state: 'attached' });
  expect(await overlay.locator('#message-content').innerText()).toMatch(
    /guides\/a\.mdx:9:11 {2}errore {2}«guides\/prva» non esiste in «guides»[\s\S]*→ Forse intendevi «guides\/prova»\?/,
  );
  await page.reload();
  await overlay.waitFor({ state: 'attached' });
  writeFiles(source, { 'guides/a.mdx': mended.replace('Una guida', 'Guida corretta') });
  await page.locator('h1', { hasText: 'Guida corretta' }).waitFor();
  await overlay.waitFor({ state: 'detached' });
  await page.close();
});

it('the dev server has the pages, tables and calendars of the cycle too, and they follow the content', async () => {
  await until('watching for file changes');
  writeFiles(source, { 'minutes/primo.mdx': minutes('next:\n  date: 2099-11-05\n  place: Borgofinto') });
  const page = await browser.newPage();
  await page.goto(`${url}/prossimo-incontro/`);
  await page.locator('main', { hasText: '5 novembre 2099' }).waitFor();
  const text = async (path: string) => (await fetch(`${url}/${path}`)).text();
  expect(await text('calendari/incontri.ics')).toContain('DTSTART;VALUE=DATE:20991105');
  expect(await text('dati/incontri.csv')).toContain('2,2099-11-05,,,Borgofinto');
  await page.close();
  // Replaced, as many editors and git do, and then written in place.
  const file = join(source, 'minutes/primo.mdx');
  writeFileSync(`${file}.tmp`, minutes('next:\n  date: 2099-11-06'));
  renameSync(`${file}.tmp`, file);
  await expect.poll(() => text('calendari/incontri.ics'), { timeout: 20_000 }).toContain('20991106');
  writeFileSync(file, minutes('next:\n  date: 2099-11-07'));
  await expect.poll(() => text('calendari/incontri.ics'), { timeout: 20_000 }).toContain('20991107');
});
