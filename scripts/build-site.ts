/** Building: check, compile, render and index, and only then swap in what was built. */
import { copyFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
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
  const wanted = only ?? (Object.keys(editions) as EditionId[]);
  // Read only when it is this build's turn: what is published last is what was read last.
  const work = async () => {
    const content = loadChecked(config, print);
    if (content) await buildEditions(config, content, wanted, print);
    return content !== undefined;
  };
  return alone(work, () => print(commandMessages.waiting));
}

/** Where editions are made: beside what Astro works on, since it renames files into its output folder. */
const workshop = join(import.meta.dirname, '..', '.astro', 'editions');

async function buildEditions(
  config: Config,
  content: Content,
  wanted: readonly EditionId[],
  print: Print,
): Promise<void> {
  rmSync(workshop, { recursive: true, force: true });
  const today = new Date().toISOString().slice(0, 10);
  try {
    const compiled = wanted.map((id) => compileEdition(content, id, today));
    // Indexes are made by Pagefind's own process, beside the rendering.
    const indexing = compiled.map((edition) => buildIndex(edition, join(workshop, `${edition.id}.pagefind`)));
    for (const index of indexing) index.catch(() => undefined);
    const { renderEdition } = await import('./render.ts');
    for (const [position, edition] of compiled.entries()) {
      const start = performance.now();
      const out = join(workshop, edition.id);
      await renderEdition(config, edition, out);
      copyFiles(edition, out);
      const found = (await indexing[position]) ?? 0;
      renameSync(`${out}.pagefind`, join(out, 'pagefind'));
      print(commandMessages.built(edition.id, found, (performance.now() - start) / 1000));
    }
  } finally {
    await closeIndexer();
  }
  publish(config.dist, wanted);
  rmSync(workshop, { recursive: true, force: true });
}

/** Puts finished editions in place of the ones before: whole, one rename each. */
function publish(dist: string, wanted: readonly EditionId[]): void {
  const staging = join(dist, '.staging');
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  for (const id of wanted) move(join(workshop, id), join(staging, id));
  for (const id of wanted) {
    if (existsSync(join(dist, id))) renameSync(join(dist, id), join(staging, `${id}.old`));
    renameSync(join(staging, id), join(dist, id));
  }
  rmSync(staging, { recursive: true, force: true });
}

/** Moves a folder, onto another disk too. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
  }
}

/** Puts the files that entries cite at the entries' addresses. */
function copyFiles(edition: Edition, out: string): void {
  for (const { url, absolute } of edition.files) {
    const target = new URL(pathInEdition(url, edition.id), pathToFileURL(`${out}/`));
    mkdirSync(new URL('.', target), { recursive: true });
    copyFileSync(absolute, target);
  }
}
