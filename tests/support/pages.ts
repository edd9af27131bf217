/** The pages of a built edition, parsed once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HTMLElement, parse } from 'node-html-parser';
import { type EditionId, editions } from '#model';

export interface BuiltPage {
  /** Its address with the edition's prefix. */
  url: string;
  html: string;
  document: HTMLElement;
  ids: Set<string>;
}

export interface BuiltEdition {
  folder: string;
  base: string;
  pages: Map<string, BuiltPage>;
  /** Addresses of everything that is served, pages included. */
  urls: Set<string>;
}

/** Reads a built edition. */
export function readEdition(dist: string, id: EditionId): BuiltEdition {
  const folder = join(dist, id);
  const { base } = editions[id];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const pages = new Map<string, BuiltPage>();
  const urls = new Set<string>();
  for (const file of files) {
    const url = base + file.replace(/(^|\/)index\.html$/, '$1');
    urls.add(url);
    if (!file.endsWith('.html')) continue;
    const html = readFileSync(join(folder, file), 'utf8');
    const document = parse(html);
    const ids = new Set(document.querySelectorAll('[id]').map((element) => element.getAttribute('id') as string));
    pages.set(url, { url, html, document, ids });
  }
  return { folder, base, pages, urls };
}

/** Where the links of a page lead: within the site as paths, elsewhere as whole addresses. */
export function linksOf(page: BuiltPage): { path: string; anchor: string | undefined }[] {
  return page.document.querySelectorAll('a[href]').flatMap((element) => {
    const href = element.getAttribute('href') as string;
    if (/^(https?|mailto|tel):/.test(href)) return [];
    const target = new URL(href, `http://site.example${page.url}`);
    return [
      {
        path: decodeURIComponent(target.pathname),
        anchor: target.hash ? decodeURIComponent(target.hash.slice(1)) : undefined,
      },
    ];
  });
}
