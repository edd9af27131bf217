/** Building: check, compile, render, index, and only then swap in what was built. */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sitemap from '@astrojs/sitemap';
import { build } from 'astro';
import type { Config } from '#config';
import {
  type Content,
  compileEdition,
  type Edition,
  formatDiagnostics,
  hasErrors,
  loadContent,
  pathInEdition,
} from '#content';
import { astroCache, writeEdition } from '#content/handover';
import { checkMessages, commandMessages } from '#i18n';
import { type EditionId, editions } from '#model';
import { buildIndex, closeIndexer } from '#search';

/** Loads the content and prints its problems. `undefined` when there are errors. */
export function loadChecked(config: Config, print: (text: string) => void): Content | undefined {
  const content = loadContent(config);
  const { diagnostics, sources, counts } = content;
  if (diagnostics.length > 0)
    print(formatDiagnostics(diagnostics, 'text', new Map(sources.map(({ name, root }) => [name, root]))));
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  print(checkMessages.summary(errors, diagnostics.length - errors, counts.files));
  if (!hasErrors(diagnostics)) return content;
  print(checkMessages.refused);
  return undefined;
}

/**
 * Builds editions into `config.dist`.
 *
 * @param only the editions to build; both when absent
 * @param print where progress goes, a line each time
 * @returns false when the content has errors: nothing was changed then
 */
export async function buildSite(
  config: Config,
  print: (text: string) => void,
  only?: readonly EditionId[],
): Promise<boolean> {
  const content = loadChecked(config, print);
  if (!content) return false;
  const wanted = only ?? (Object.keys(editions) as EditionId[]);
  const today = new Date().toISOString().slice(0, 10);
  try {
    for (const id of wanted) await buildEdition(config, compileEdition(content, id, today), print);
  } finally {
    await closeIndexer();
  }
  for (const id of wanted) swap(config, id);
  rmSync(stagingOf(config), { recursive: true, force: true });
  return true;
}

/** What is being built lies beside the editions, on the same disk, so that the swap is a rename. */
const stagingOf = (config: Config, ...path: string[]) => join(config.dist, '.staging', ...path);

async function buildEdition(config: Config, edition: Edition, print: (text: string) => void): Promise<void> {
  const start = performance.now();
  const out = stagingOf(config, edition.id);
  writeEdition(edition, config.state);
  const moved = new Set(edition.redirects.map(({ from }) => new URL(from, config.url).href));
  const unlisted = new Set(['/cerca/', '/accesso/', '/404/'].map((path) => new URL(path, config.url).href));
  const index = stagingOf(config, `${edition.id}.pagefind`);
  const rendering = build({
    root: join(import.meta.dirname, '..'),
    site: config.url,
    base: editions[edition.id].base,
    outDir: out,
    cacheDir: astroCache(config.state, edition.id),
    logLevel: 'warn',
    integrations:
      edition.id === 'public' ? [sitemap({ filter: (page) => !moved.has(page) && !unlisted.has(page) })] : [],
  });
  const [pages] = await Promise.all([buildIndex(edition, index), rendering]);
  renameSync(index, join(out, 'pagefind'));
  copyFiles(edition, out);
  print(commandMessages.built(edition.id, pages, (performance.now() - start) / 1000));
}

function copyFiles(edition: Edition, out: string): void {
  for (const { url, absolute } of edition.files) {
    const target = new URL(pathInEdition(url, edition.id), pathToFileURL(`${out}/`));
    mkdirSync(new URL('.', target), { recursive: true });
    copyFileSync(absolute, target);
  }
}

function swap(config: Config, id: EditionId): void {
  const [current, old] = [join(config.dist, id), stagingOf(config, `${id}.old`)];
  rmSync(old, { recursive: true, force: true });
  mkdirSync(dirname(old), { recursive: true });
  if (existsSync(current)) renameSync(current, old);
  renameSync(stagingOf(config, id), current);
}
