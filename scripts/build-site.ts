/** Building: check, compile, render and index, and only then swap in what was built. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#config';
import { type Content, compileEdition, type Edition, hasErrors, pathInEdition } from '#content';
import { commandMessages } from '#i18n';
import { type EditionId, editions } from '#model';
import { buildIndex, closeIndexer, type SearchIndex } from '#search';
import { checkContent } from './checked.ts';
import { alone } from './lock.ts';
import { publish, type Source } from './publish.ts';
import { unchangedPages } from './unchanged.ts';

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
    const content = await checkContent(config, print);
    if (hasErrors(content.diagnostics)) return false;
    await buildEditions(config, content, wanted, print);
    return true;
  };
  return alone(work, () => print(commandMessages.waiting));
}

/** Where editions are rendered: beside what Astro works on, since it renames files into its output folder. */
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
    // Indexes are made by Pagefind's own process, beside the rendering.
    const started = wanted.map((id) => {
      const edition = compileEdition(content, id, today);
      const indexing = buildIndex(edition);
      indexing.catch(() => undefined);
      return { edition, indexing, unchanged: unchangedPages(config, id) };
    });
    const { renderEdition } = await import('./render.ts');
    const finished: (() => void)[] = [];
    for (const { edition, indexing, unchanged } of started) {
      const start = performance.now();
      const rendered = join(workshop, edition.id);
      await renderEdition(config, edition, unchanged, rendered);
      const index = await indexing;
      const files = new Map([...attachmentsOf(edition), ...indexFilesOf(index)]);
      finished.push(() => {
        publish(join(config.dist, edition.id), { rendered, files, kept: unchanged.files });
        unchanged.remember();
      });
      print(commandMessages.built(edition.id, index.found, (performance.now() - start) / 1000));
    }
    for (const publishEdition of finished) publishEdition();
  } finally {
    await closeIndexer();
  }
  rmSync(workshop, { recursive: true, force: true });
}

const attachmentsOf = ({ id, files }: Edition): [string, Source][] =>
  files.map(({ url, absolute }) => [decodeURI(pathInEdition(url, id)), absolute]);

const indexFilesOf = ({ files }: SearchIndex): [string, Source][] =>
  [...files].map(([path, bytes]) => [`pagefind/${path}`, bytes]);
