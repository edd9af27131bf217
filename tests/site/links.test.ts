import { describe, expect, inject, it } from 'vitest';
import { readConfig } from '#config';
import { compileEdition, loadContent } from '#content';
import { linksOf, readEdition } from '../support/pages.ts';

const dist = inject('dist');
const content = await loadContent(readConfig(process.env, 'content:examples/demo'));
const built = { public: readEdition(dist, 'public'), participants: readEdition(dist, 'participants') };

/** What the gateway answers by itself, and only to participants. */
const ANSWERED: Record<string, readonly string[]> = { public: [], participants: ['/riservato/consegna/'] };

describe.each(['public', 'participants'] as const)('in the %s edition', (id) => {
  const edition = built[id];

  it('every link and anchor leads somewhere', () => {
    const dead: string[] = [];
    for (const page of edition.pages.values()) {
      for (const { path, anchor } of linksOf(page)) {
        const isBuilt = built.public.urls.has(path) || built.participants.urls.has(path);
        const target = isBuilt || ANSWERED[id]?.includes(path);
        const place = edition.pages.get(path) ?? built.public.pages.get(path);
        if (!target) dead.push(`${page.url} → ${path}`);
        else if (anchor && place && !place.ids.has(anchor)) dead.push(`${page.url} → ${path}#${anchor}`);
      }
    }
    expect(dead).toEqual([]);
  });

  it('every resource of a page is there, and comes from the site itself', () => {
    const missing: string[] = [];
    for (const page of edition.pages.values()) {
      for (const element of page.document.querySelectorAll('[src], link[href]')) {
        const address = (element.getAttribute('src') ?? element.getAttribute('href')) as string;
        const rel = element.getAttribute('rel');
        if (rel === 'canonical') continue;
        const { pathname, origin } = new URL(address, `http://site.example${page.url}`);
        if (origin !== 'http://site.example' || !edition.urls.has(decodeURIComponent(pathname)))
          missing.push(`${page.url} → ${address}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('every entry is reached by links from the home page', () => {
    const seen = new Set<string>([edition.base]);
    for (const url of seen) {
      const page = edition.pages.get(url);
      for (const { path } of page ? linksOf(page) : []) seen.add(path);
    }
    const entries = compileEdition(content, id, '2026-01-01').entries.filter(
      ({ collection }) => collection !== 'measurements',
    );
    expect(entries.length).toBeGreaterThan(50);
    const lost = entries.map(({ link }) => link.url.replace(/#.*/, '')).filter((url) => !seen.has(url));
    expect(lost).toEqual([]);
  });

  it('every attachment that an entry cites is served', () => {
    const { files } = compileEdition(content, id, '2026-01-01');
    expect(files.length).toBeGreaterThan(0);
    expect(files.map(({ url }) => decodeURIComponent(url)).filter((url) => !edition.urls.has(url))).toEqual([]);
  });
});
