/** One edition's pages, by Astro. */
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
  writeEdition(edition, config.state);
  const left = [...UNLISTED, ...edition.redirects.map(({ from }) => from)];
  const unlisted = new Set(left.map((path) => new URL(path, config.url).href));
  await build({
    root: join(import.meta.dirname, '..'),
    site: config.url,
    base: editions[edition.id].base,
    outDir: out,
    cacheDir: astroCache(config.state, edition.id),
    logLevel: 'warn',
    integrations: edition.id === 'public' ? [sitemap({ filter: (page) => !unlisted.has(page) })] : [],
  });
}
