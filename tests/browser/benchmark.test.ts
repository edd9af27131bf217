import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#config';
import { exampleBase, guide, indicator, mdx, minutes, participant } from '#content/examples';
import { buildSite } from '../../scripts/build-site.ts';
import { violations } from '../support/axe.ts';
import { municipalities } from '../support/editions.ts';
import { type RunningGateway, runGateway } from '../support/gateway.ts';
import { browsedSite } from '../support/site.ts';
import { temporaryFolder, writeFiles } from '../support/sources.ts';

const site = browsedSite();

describe('a chart', () => {
  const open = async (path: string, options: Parameters<typeof site.browser.newPage>[0] = {}) => {
    const page = await site.browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    await page.goto(site.url + path);
    return page;
  };

  it('says in words what it shows, and the table beside it has every value', async () => {
    const page = await open('indicatori/pratiche-allo-sportello/');
    const charts = await page.getByRole('img').all();
    const labels = await Promise.all(charts.map((chart) => chart.getAttribute('aria-label')));
    expect(labels[0]).toMatch(
      /^Pratiche trattate dallo sportello, 2026: 7 valori, da [\d,]+\s% a [\d,]+\s%; mediana [\d,]+\s%\.$/,
    );
    const drawn = await page.locator('.chart-wide .chart-value text').allTextContents();
    const cells = await page.locator('table.values tbody td:last-child').allTextContents();
    expect(drawn).toHaveLength(7);
    for (const value of drawn)
      expect(
        cells.some((cell) => cell.startsWith(value)),
        value,
      ).toBe(true);
    await page.close();
  });

  it('is one of two widths, and no wider than the page', async () => {
    for (const [width, shown] of [
      [360, 'chart-narrow'],
      [1280, 'chart-wide'],
    ] as const) {
      const page = await open('indicatori/pratiche-allo-sportello/', { viewport: { width, height: 800 } });
      const visible = page.locator('.chart-figure > svg:visible');
      for (const chart of await visible.all()) {
        expect(await chart.getAttribute('class')).toContain(shown);
        const box = await chart.boundingBox();
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      }
      expect(await visible.count()).toBeGreaterThan(1);
      await page.close();
    }
  });

  it('prints in black on white, its table whole', async () => {
    const page = await open('indicatori/pratiche-allo-sportello/', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    const colours = await page.evaluate(() => ({
      dot: getComputedStyle(document.querySelector('.chart-ring circle') as Element).stroke,
      page: getComputedStyle(document.documentElement).colorScheme,
    }));
    expect(colours).toEqual({ dot: 'rgb(0, 0, 0)', page: 'light' });
    const clipped = await page.$$eval(
      '.scroll-sticky',
      (all) => all.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1).length,
    );
    expect(clipped).toBe(0);
    await page.close();
  });
});

describe('the matrix', () => {
  it('is a table for those who cannot see it, on a phone too, each cell with its participant', async () => {
    for (const width of [360, 1280]) {
      const page = await site.browser.newPage({ viewport: { width, height: 800 } });
      await page.goto(`${site.url}sperimentazioni/`);
      const table = page.getByRole('table');
      expect(await table.getByRole('row').count()).toBeGreaterThan(5);
      expect(await table.getByRole('rowheader').count()).toBeGreaterThan(5);
      const who = await page
        .locator('.matrix td:not(:empty)')
        .first()
        .evaluate((cell) => getComputedStyle(cell, '::before').content);
      expect(who === 'none' || who === 'normal').toBe(width === 1280);
      await page.close();
    }
  });

  it('scrolls by keyboard, and its first column stays', async () => {
    const page = await site.browser.newPage({ viewport: { width: 1024, height: 700 } });
    await page.goto(`${site.url}sperimentazioni/`);
    const frame = page.locator('.scroll-sticky');
    await frame.focus();
    const before = await page.locator('.matrix tbody th').first().boundingBox();
    for (let press = 0; press < 8; press++) await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => (document.querySelector('.scroll-sticky')?.scrollLeft ?? 0) > 50);
    const after = await page.locator('.matrix tbody th').first().boundingBox();
    expect(after?.x).toBe(before?.x);
    await page.close();
  });
});

describe('content at the edges', () => {
  const folder = temporaryFolder();
  const long = 'Sanbartolomeoinvaldisopravallepiccolamontefintosuperioreediquellaparteanchesotto';
  let served: RunningGateway;

  beforeAll(async () => {
    const set = (id: string, values: string, period = '2025') =>
      `indicator: ${id}\nperiod: ${period}\naccess: public\nstatus: provisional\nvalues:\n${values}`;
    const trial = (who: string) =>
      mdx(
        `title: Prova\naccess: public\npractice: guides/pratica\nparticipant: ${who}\nstarted: 2024\nstate: adopted\nresults:\n  - { indicator: uno, before: 3 }\n  - { indicator: vuoto, before: 1, after: 2 }`,
      );
    writeFiles(join(folder.path, 'fonte'), {
      ...exampleBase,
      ...municipalities,
      'participants/borgofinto.yaml': participant(long).replace('028902', '028909'),
      'guides/pratica.mdx': guide().replace('Una guida', long),
      'indicators/uno.yaml': indicator('minutes').replace('Pratiche concluse allo sportello', 'Uno solo'),
      'indicators/vuoto.yaml': indicator('score').replace('Pratiche concluse allo sportello', 'Senza valori'),
      'indicators/pari.yaml': indicator('euro').replace('Pratiche concluse allo sportello', 'Tutti uguali'),
      'measurements/uno.yaml': set('uno', '  - { participant: borgofinto, value: 0 }\n'),
      'measurements/pari.yaml': set(
        'pari',
        ['roccafinta', 'borgofinto', 'pievefinta'].map((id) => `  - { participant: ${id}, value: 1000000 }\n`).join(''),
      ),
      'trials/una.mdx': trial('borgofinto'),
      'minutes/primo.mdx': minutes(
        'actions:\n  - { id: a-1, text: Fare, owner: borgofinto, state: open }\nnext:\n  themes: [tema]',
      ).replace('2024-05-10', '2024'),
    });
    const config = readConfig({
      POLINET_CONTENT: join(folder.path, 'fonte'),
      POLINET_DIST: join(folder.path, 'dist'),
      POLINET_STATE: join(folder.path, 'stato'),
    });
    const said: string[] = [];
    if (!(await buildSite(config, (text) => said.push(text))).published) throw new Error(said.join('\n'));
    served = await runGateway({ dist: config.dist });
  });
  afterAll(async () => {
    await served?.close();
    folder.remove();
  });

  const textOf = async (page: Page, path: string) => {
    await page.goto(served.url + path);
    return page.locator('main').innerText();
  };

  it.each([
    ['one participant alone', 'indicatori/uno/', 'Un solo valore: per la mediana ne servono almeno 3.'],
    ['an indicator without measurements', 'indicatori/vuoto/', 'Non ci sono ancora rilevazioni'],
    ['values that are all the same', 'indicatori/pari/', '1.000.000\u00a0€'],
    ['a meeting without a date', 'prossimo-incontro/', 'data da definire'],
    ['a trial of an indicator without values', 'sperimentazioni/una/', 'Nessuna rilevazione della rete'],
    ['a name of 80 characters', 'partecipanti/borgofinto/', long],
    ['a matrix with it', 'sperimentazioni/', long],
    ['no decisions', 'decisioni/', 'Nessuna decisione.'],
  ])('%s is told, fits a phone, and axe finds nothing', async (_, path, text) => {
    const context = await site.browser.newContext({ viewport: { width: 360, height: 800 }, bypassCSP: true });
    try {
      const page = await context.newPage();
      expect(await textOf(page, path)).toContain(text);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(await violations(page)).toEqual([]);
    } finally {
      await context.close();
    }
  });
});
