/** What the sites that are compared have in common. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CommandFailed, type Taken } from './measure.ts';

/** A site with a page for each guide of a generated source. */
export interface Site {
  name: string;
  /** Lays the sources of so many guides, in place of those that were there. */
  prepare(documents: number): void;
  /** Builds once, over whatever the last build left. */
  build(): Promise<Taken>;
  /** The built folder that has a folder for each guide. */
  guides: string;
}

/** Bytes of a page's HTML; gzip at level 9, as for serving. */
export interface PageSize {
  raw: number;
  gzip: number;
}

/** What a build from nothing took, and how large it made the page of one guide. */
export interface Built {
  site: string;
  documents: number;
  taken: Taken;
  size: PageSize;
}

const pageOf = (site: Site, id: string) => join(site.guides, id, 'index.html');

export const htmlOf = (site: Site, id: string): string => readFileSync(pageOf(site, id), 'utf8');

/**
 * Builds from nothing.
 *
 * @param guide the id of the guide whose page is weighed
 * @throws CommandFailed where the site does not have a page for each guide in the end
 */
export async function buildCold(site: Site, documents: number, guide: string): Promise<Built> {
  site.prepare(documents);
  const taken = await site.build();
  const pages = readdirSync(site.guides).filter((id) => /^guida-\d+$/.test(id) && existsSync(pageOf(site, id))).length;
  if (pages !== documents) throw new CommandFailed(`${site.name} built ${pages} pages for ${documents} guides.`);
  const html = readFileSync(pageOf(site, guide));
  return { site: site.name, documents, taken, size: { raw: html.length, gzip: gzipSync(html, { level: 9 }).length } };
}
