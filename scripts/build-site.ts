/** Building: check, compile, render and index, and only then swap in what was built. */
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Config } from '#config';
import { type Content, compileEdition, type Edition, pathInEdition } from '#content';
import { commandMessages } from '#i18n';
import { type EditionId, editions } from '#model';
import { buildIndex, closeIndexer } from '#search';
import { loadChecked } from './checked.ts';
import { alone } from './lock.ts';

type Print = (text: string) => void;

/**
 * Builds editions into `config.dist`.
 *
 * @param only the editions to build; both when absent
 * @param print where progress goes, a line each time
 * @returns false when the content has errors: nothing was changed then
 */
export async function buildSite(config: Config, print: Print, only?: readonly EditionId[]): Promise<boolean> {
  const content = loadChecked(config, print);
  if (!content) return false;
  const wanted = only ?? (Object.keys(editions) as EditionId[]);
  await alone(
    () => buildEditions(config, content, wanted, print),
    () => print(commandMessages.waiting),
  );
  return true;
}

async function buildEditions(
  config: Config,
  content: Content,
  wanted: readonly EditionId[],
  print: Print,
): Promise<void> {
  // On the disk of the editions, so that the swap is a rename.
  const staging = join(config.dist, '.staging');
  await rm(staging, { recursive: true, force: true });
  const today = new Date().toISOString().slice(0, 10);
  try {
    const compiled = wanted.map((id) => compileEdition(content, id, today));
    // Indexes are made by Pagefind's own process, beside the rendering.
    const indexing = compiled.map((edition) => buildIndex(edition, join(staging, `${edition.id}.pagefind`)));
    for (const index of indexing) index.catch(() => undefined);
    const { renderEdition } = await import('./render.ts');
    for (const [position, edition] of compiled.entries()) {
      const start = performance.now();
      const out = join(staging, edition.id);
      await renderEdition(config, edition, out);
      copyFiles(edition, out);
      const found = (await indexing[position]) ?? 0;
      renameSync(`${out}.pagefind`, join(out, 'pagefind'));
      print(commandMessages.built(edition.id, found, (performance.now() - start) / 1000));
    }
  } finally {
    await closeIndexer();
  }
  for (const id of wanted) {
    const current = join(config.dist, id);
    if (existsSync(current)) renameSync(current, join(staging, `${id}.old`));
    renameSync(join(staging, id), current);
  }
  await rm(staging, { recursive: true, force: true });
}

/** Puts the files that entries cite at the entries' addresses. */
function copyFiles(edition: Edition, out: string): void {
  for (const { url, absolute } of edition.files) {
    const target = new URL(pathInEdition(url, edition.id), pathToFileURL(`${out}/`));
    mkdirSync(new URL('.', target), { recursive: true });
    copyFileSync(absolute, target);
  }
}
