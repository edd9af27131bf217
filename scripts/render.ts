/** One edition's pages, by Astro. */
import { join } from 'node:path';
import sitemap from '@astrojs/sitemap';
import { type AstroIntegration, build } from 'astro';
import type { Config } from '#config';
import { type Edition, helpOf } from '#content';
import { handOver } from '#content/handover';
import { editions } from '#model';
import type { Unchanged } from './unchanged.ts';

/** Pages that no sitemap lists: they answer a question, and say nothing of their own. */
const UNLISTED = ['/cerca/', '/accesso/', '/404/'];

/** Renders the pages of an edition that have changed into a folder. */
export async function renderEdition(
  config: Config,
  edition: Edition,
  unchanged: Unchanged,
  out: string,
): Promise<void> {
  handOver(edition, helpOf(edition.id));
  await build({
    root: join(import.meta.dirname, '..'),
    site: config.url,
    base: editions[edition.id].base,
    outDir: out,
    cacheDir: join(config.state, 'cache', edition.id, 'astro'),
    logLevel: 'warn',
    integrations: [unchanged.integration, ...(edition.id === 'public' ? [sitemapOf(config, edition, unchanged)] : [])],
  });
}

function sitemapOf(config: Config, { redirects }: Edition, { addresses }: Unchanged): AstroIntegration {
  const address = (path: string) => new URL(path, config.url).href;
  const unlisted = new Set([...UNLISTED, ...redirects.map(({ from }) => from)].map(address));
  return sitemap({ filter: (page) => !unlisted.has(page), customPages: addresses });
}
