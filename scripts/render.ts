/** One edition's pages, by Astro. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sitemap from '@astrojs/sitemap';
import { build } from 'astro';
import type { Config } from '#config';
import type { Edition } from '#content';
import { astroCache, writeEdition } from '#content/handover';
import { editions } from '#model';

/** Pages that no sitemap lists: they answer a question, and say nothing of their own. */
const UNLISTED = ['/cerca/', '/accesso/', '/404/'];

/** Renders an edition into a folder; pages whose cache key is unchanged are copied from the last build. */
export async function renderEdition(config: Config, edition: Edition, out: string): Promise<void> {
  const cache = astroCache(config.state, edition.id);
  // Astro overwrites cached pages at once, but says so only at the end: what an unfinished build left cannot be trusted.
  const unfinished = `${cache}.unfinished`;
  if (existsSync(unfinished)) rmSync(cache, { recursive: true, force: true });
  writeEdition(edition, config.state);
  writeFileSync(unfinished, '');
  const left = [...UNLISTED, ...edition.redirects.map(({ from }) => from)];
  const unlisted = new Set(left.map((path) => new URL(path, config.url).href));
  await build({
    root: join(import.meta.dirname, '..'),
    site: config.url,
    base: editions[edition.id].base,
    outDir: out,
    cacheDir: cache,
    logLevel: 'warn',
    integrations: edition.id === 'public' ? [sitemap({ filter: (page) => !unlisted.has(page) })] : [],
  });
  rmSync(unfinished);
}
