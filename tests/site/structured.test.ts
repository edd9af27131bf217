import { describe, expect, inject, it } from 'vitest';
import { readEdition } from '../support/pages.ts';

interface Thing {
  '@context': string;
  '@type': string;
  [property: string]: unknown;
}

const pages = [...readEdition(inject('dist'), 'public').pages.values()];
const things = pages.flatMap(({ url, document }) =>
  document
    .querySelectorAll('script[type="application/ld+json"]')
    .map((script) => ({ url, thing: JSON.parse(script.textContent) as Thing })),
);
const ofType = (type: string) => things.filter(({ thing }) => thing['@type'] === type);

/** What schema.org's validators and search engines ask of each type that is used. */
const asked: Record<string, string[]> = {
  Organization: ['name', 'url', 'description'],
  BreadcrumbList: ['itemListElement'],
  Event: ['name', 'startDate', 'location', 'organizer', 'eventStatus', 'url'],
  DigitalDocument: ['name', 'url', 'dateModified', 'inLanguage', 'license', 'publisher'],
  Dataset: ['name', 'description', 'url', 'license', 'creator', 'distribution'],
  DataCatalog: ['name', 'url', 'publisher', 'license', 'dataset'],
};

describe('what pages tell machines', () => {
  it.each(Object.entries(asked))('has every %s with %j', (type, properties) => {
    const found = ofType(type);
    expect(found.length).toBeGreaterThan(0);
    for (const { url, thing } of found) {
      expect(thing['@context']).toBe('https://schema.org');
      for (const property of properties) expect(thing[property], `${url} ${property}`).toBeTruthy();
    }
  });

  it('is of no other type', () => {
    expect([...new Set(things.map(({ thing }) => thing['@type']))].sort()).toEqual(Object.keys(asked).sort());
  });

  it('is on the pages that it fits', () => {
    const urls = (type: string) => ofType(type).map(({ url }) => url);
    expect(urls('Organization')).toEqual(['/']);
    expect(urls('Event').every((url) => /^\/(verbali\/[^/]+|prossimo-incontro)\/$/.test(url))).toBe(true);
    expect(urls('Event')).toContain('/verbali/2012-05-04/');
    expect(urls('DigitalDocument').every((url) => /^\/(guide|manuali|strumenti)\/[^/]+\/$/.test(url))).toBe(true);
    expect(urls('DataCatalog')).toEqual(['/dati/']);
    expect(urls('Dataset').every((url) => /^\/indicatori\/[^/]+\/$/.test(url))).toBe(true);
  });

  it('leads through the pages above to the page itself, as its breadcrumb does', () => {
    for (const { url, thing } of ofType('BreadcrumbList')) {
      const items = thing.itemListElement as { position: number; item: string; name: string }[];
      expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index + 1));
      expect(new URL(items.at(-1)?.item ?? '').pathname).toBe(url);
      const page = pages.find((one) => one.url === url);
      const shown = page?.document.querySelectorAll('.breadcrumb li').map(({ textContent }) => textContent.trim());
      expect(items.map(({ name }) => name.replace(/\s+/g, ' '))).toEqual(shown);
    }
  });

  it('says of what is invented that it is', () => {
    const invented = things.filter(({ url, thing }) => url.includes('/demo-') && thing['@type'] !== 'BreadcrumbList');
    expect(invented.length).toBeGreaterThan(5);
    for (const { url, thing } of invented) expect(thing.disambiguatingDescription, url).toBe('Dato dimostrativo');
  });
});
