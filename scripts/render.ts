/** One edition's pages: those that have changed are rendered, the others stay as they were published. */
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { benchmarkFiles } from '#benchmark';
import type { Config } from '#config';
import { type Edition, helpOf } from '#content';
import { handOver } from '#content/handover';
import { editions } from '#model';
import { loadProgram } from './program.ts';
import { filesOf, type Source } from './publish.ts';
import { sitemapFiles } from './sitemap.ts';
import { unchangedPages } from './unchanged.ts';

/** Pages that no sitemap lists: they answer a question, and say nothing of their own. */
const UNLISTED = ['cerca/', 'accesso/', '404/', 'robots.txt', 'prossimo-incontro/convocazione/'];

export interface Rendered {
  /** Files by path within the edition's folder. */
  files: Map<string, Source>;
  /** Files of the edition published before that are still right. */
  kept: string[];
  /** Remembers what is now published, for the next build. */
  remember(): void;
}

/** Where a page is kept: `/riservato/guide/x/` in `guide/x/index.html`. */
function fileOf(path: string): string {
  if (path === '404/') return '404.html';
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** Renders the pages of an edition that have changed. */
export async function renderEdition(config: Config, edition: Edition): Promise<Rendered> {
  const program = await loadProgram(config, edition.id);
  handOver(edition, helpOf(edition.id));
  const { base } = editions[edition.id];
  const pages = program.pages().map(({ url, key }) => ({ url, key, file: fileOf(url.slice(base.length)) }));
  const unchanged = unchangedPages(config, edition.id, program.version, pages);
  const files = new Map<string, Source>(filesOf(program.client).map((path) => [path, join(program.client, path)]));
  for (const { url, file } of pages) {
    if (unchanged.files.has(file)) continue;
    const response = await program.render(new Request(new URL(url, config.url)));
    if (!response.ok && file !== '404.html') throw new Error(`${url}: ${response.status}`);
    files.set(file, new Uint8Array(await response.arrayBuffer()));
    // The index is made beside: its process is fed and read here.
    await turn();
  }
  for (const [path, text] of benchmarkFiles(edition, new URL(base, config.url).href))
    files.set(path, Buffer.from(text));
  if (edition.id === 'public') {
    const unlisted = new Set([...UNLISTED, ...edition.redirects.map(({ from }) => from.slice(1))]);
    const listed = pages.map(({ url }) => url.slice(base.length)).filter((path) => !unlisted.has(path));
    for (const [path, bytes] of await sitemapFiles(config.url, listed)) files.set(path, bytes);
  }
  return { files, kept: [...unchanged.files], remember: unchanged.remember };
}
