/** What pages tell machines of themselves, in the terms of schema.org. Only public pages do: no one indexes the others. */
import { DATA as DATA_FOLDER, type DatasetTold, type Meeting, measurementsFile } from '#benchmark';
import type { EditionEntry } from '#content';
import type { EntryLink, Link } from '#mdx';
import { getSite, here } from './edition.ts';

/** A thing in JSON-LD, without its context. */
export type Thing = Record<string, unknown>;

const absolute = (site: URL | undefined, url: string) => new URL(url, site).href;
const license = (id: string) => `https://spdx.org/licenses/${id}`;

/** Invented things say so to machines too. */
const demo = (link: Pick<EntryLink, 'demo'>) => link.demo && { disambiguatingDescription: getSite().words.site.demo };

const organisation = (site: URL | undefined): Thing => {
  const { network } = getSite();
  return {
    '@type': 'Organization',
    '@id': `${absolute(site, '/')}#rete`,
    name: network.name,
    url: absolute(site, '/'),
  };
};

/** The network. */
export const networkThing = (site: URL | undefined): Thing => {
  const { network } = getSite();
  return { ...organisation(site), description: network.description, email: network.contact };
};

/** Where a page is. */
export const breadcrumbThing = (site: URL | undefined, pages: readonly { title: string; url: string }[]): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: pages.map(({ title, url }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: title,
    item: absolute(site, url),
  })),
});

const named = (links: readonly Link[]) => links.flatMap((link) => (link.restricted ? [] : [link.title]));

/** A meeting whose date is known, at least its year. */
export function meetingThing(site: URL | undefined, meeting: Meeting, name: string): Thing[] {
  const { date, starts, ends, place, host, minutes } = meeting;
  if (!date) return [];
  const { network } = getSite();
  const at = (time: string | undefined) => (time ? `${date}T${time}:00` : date);
  return [
    {
      '@type': 'Event',
      name: `${network.name}: ${name}`,
      startDate: at(starts),
      ...(ends && { endDate: at(ends) }),
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      ...(place && { location: { '@type': 'Place', name: place, address: place } }),
      organizer: host && !host.restricted ? { '@type': 'Organization', name: host.title } : organisation(site),
      url: absolute(site, minutes.url),
      ...demo(minutes),
    },
  ];
}

/** A guide, a manual or a tool. */
export function documentThing(site: URL | undefined, { link, data }: EditionEntry): Thing {
  const { network, locale } = getSite();
  const authors = 'authors' in data ? named(data.authors ?? []) : [];
  return {
    '@type': 'DigitalDocument',
    name: link.title,
    ...(link.summary && { description: link.summary }),
    url: absolute(site, link.url),
    ...(link.date && { dateModified: link.date }),
    inLanguage: locale,
    license: license(network.licence),
    isAccessibleForFree: true,
    publisher: organisation(site),
    ...(authors.length > 0 && { author: authors.map((name) => ({ '@type': 'Organization', name })) }),
    ...demo(link),
  };
}

const download = (site: URL | undefined, path: string, encodingFormat: string) => ({
  '@type': 'DataDownload',
  encodingFormat,
  contentUrl: absolute(site, here(`/${path}`)),
});

/** The values of an indicator. */
export const indicatorThing = (site: URL | undefined, { link, data }: EditionEntry<'indicators'>): Thing => ({
  '@type': 'Dataset',
  name: link.title,
  description: data.definition,
  url: absolute(site, link.url),
  license: license(getSite().network.licence),
  creator: organisation(site),
  measurementTechnique: data.howMeasured,
  variableMeasured: link.title,
  distribution: [download(site, measurementsFile(link.ref), 'text/csv')],
  ...demo(link),
});

/** The open data. */
export const catalogueThing = (site: URL | undefined, url: string, datasets: readonly DatasetTold[]): Thing => ({
  '@type': 'DataCatalog',
  name: `${getSite().network.name}: ${getSite().words.benchmark.data.title}`,
  url: absolute(site, url),
  publisher: organisation(site),
  license: license(getSite().network.licence),
  dataset: datasets.map(({ id, title, description }) => ({
    '@type': 'Dataset',
    name: title,
    description,
    url: `${absolute(site, url)}#${id}`,
    license: license(getSite().network.licence),
    creator: organisation(site),
    distribution: [
      download(site, `${DATA_FOLDER}${id}.csv`, 'text/csv'),
      download(site, `${DATA_FOLDER}${id}.json`, 'application/json'),
    ],
  })),
});
