import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { validator } from '../support/html.ts';
import { readEdition } from '../support/pages.ts';

const dist = inject('dist');

describe.each(['public', 'participants'] as const)('the pages of the %s edition', (id) => {
  const { pages, folder, base, urls } = readEdition(dist, id);
  const listed = [...pages.values()].filter(({ html }) => !html.includes('http-equiv="refresh"'));

  it('are valid HTML', async () => {
    const faults: string[] = [];
    for (const { url, html } of listed) {
      const { results } = await validator.validateString(html);
      faults.push(
        ...results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line, column }) => `${url}:${line}:${column} ${ruleId}: ${message}`),
        ),
      );
    }
    expect([...new Set(faults)].slice(0, 20)).toEqual([]);
  });

  it('have one first-level heading and a title of their own', () => {
    const titles = listed.map(({ url, document }) => `${document.querySelector('title')?.text}\t${url}`);
    const seen = Map.groupBy(titles, (line) => line.split('\t')[0]);
    expect([...seen.values()].filter((lines) => lines.length > 1)).toEqual([]);
    expect(listed.filter(({ document }) => document.querySelectorAll('h1').length !== 1).map(({ url }) => url)).toEqual(
      [],
    );
  });

  it('carry no inline script, style or handler', () => {
    const inline = listed.filter(
      ({ document, html }) =>
        // Data that no browser runs may stand in the page.
        document.querySelectorAll('script:not([src]):not([type="application/ld+json"])').length > 0 ||
        document.querySelectorAll('style, [style]').length > 0 ||
        /<[^>]+\son\w+=/.test(html),
    );
    expect(inline.map(({ url }) => url)).toEqual([]);
  });

  it('weigh little before search is opened', () => {
    const guide = pages.get(`${base}guide/picchi-di-utenza/`);
    const bytes = (url: string) => readFileSync(join(folder, url.slice(base.length)));
    const files = (selector: string, attribute: string) =>
      (guide?.document.querySelectorAll(selector) ?? []).map((element) =>
        bytes(element.getAttribute(attribute) as string),
      );
    const scripts = files('script[src]', 'src').reduce((sum, body) => sum + body.length, 0);
    const all = [
      Buffer.from(guide?.html ?? ''),
      ...files('link[rel=stylesheet]', 'href'),
      ...files('script[src]', 'src'),
    ];
    expect(scripts).toBeGreaterThan(0);
    expect(scripts).toBeLessThanOrEqual(5_000);
    expect(all.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0)).toBeLessThanOrEqual(30_000);
  });

  it('are kept out of other search engines where they are restricted', () => {
    const open = listed
      .filter(({ document }) => !document.querySelector('meta[name=robots][content=noindex]'))
      .map(({ url }) => url);
    if (id === 'participants') {
      expect(open).toEqual([]);
      expect([...urls].filter((url) => url.includes('sitemap'))).toEqual([]);
    } else {
      const sitemap = readFileSync(join(folder, 'sitemap-0.xml'), 'utf8');
      const inSitemap = [...sitemap.matchAll(/<loc>[^<]*?:\d+([^<]*)<\/loc>/g)].map((match) => match[1]);
      expect(inSitemap.sort()).toEqual(open.sort());
      expect(readFileSync(join(folder, 'robots.txt'), 'utf8')).toContain('Disallow: /riservato/');
    }
  });

  it('mark demonstration data wherever they show it', () => {
    const demo = [...pages.values()].filter(
      ({ url, document }) => /\/demo-[^/]+\/$/.test(url) && document.querySelector('article.entry'),
    );
    expect(demo.length).toBeGreaterThan(10);
    expect(demo.filter(({ document }) => !document.querySelector('.badge-demo')).map(({ url }) => url)).toEqual([]);
    const rows = [...pages.values()].flatMap(({ document }) => document.querySelectorAll('.row'));
    expect(
      rows.filter(
        (row) =>
          /\/demo-[^/]+\/$/.test(row.querySelector('a')?.getAttribute('href') ?? '') &&
          !row.querySelector('.badge-demo'),
      ),
    ).toEqual([]);
  });
});
