/** Building: check, compile, render and index, and only then swap in what was built. */
import { join } from 'node:path';
import type { Config } from '#config';
import { type Content, compileEdition, type Diagnostic, hasErrors, pathInEdition } from '#content';
import { commandMessages } from '#i18n';
import { type EditionId, editions } from '#model';
import { buildIndex, closeIndexer } from '#search';
import { buildEditor } from './build-editor.ts';
import { checkContent } from './checked.ts';
import { alone } from './lock.ts';
import { type Finished, finishPublication, publish } from './publish.ts';
import { type Rendered, renderEdition } from './render.ts';

type Print = (text: string) => void;

/** How a build went. */
export interface Built {
  /** False when the content has errors: nothing was changed then. */
  published: boolean;
  diagnostics: readonly Diagnostic[];
}

/**
 * Builds editions into `config.dist`.
 *
 * @param only the editions to build; both when absent
 * @param print where progress goes, a line each time
 */
export async function buildSite(config: Config, print: Print, only?: readonly EditionId[]): Promise<Built> {
  const wanted = only ?? (Object.keys(editions) as EditionId[]);
  // Read only when it is this build's turn: what is published last is what was read last.
  const work = async (): Promise<Built> => {
    finishPublication(config.dist);
    const content = await checkContent(config, print);
    const { diagnostics } = content;
    if (hasErrors(diagnostics)) return { published: false, diagnostics };
    await buildEditions(config, content, wanted, print);
    return { published: true, diagnostics };
  };
  return alone(work, () => print(commandMessages.waiting));
}

async function buildEditions(
  config: Config,
  content: Content,
  wanted: readonly EditionId[],
  print: Print,
): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  try {
    // Indexes are made by Pagefind's own process, beside the rendering.
    const started = wanted.map((id) => {
      const start = performance.now();
      const edition = compileEdition(content, id, today);
      const indexing = buildIndex(edition, join(config.state, 'cache', id, 'pagefind'));
      indexing.catch(() => undefined);
      return { edition, indexing, start };
    });
    const finished = new Map<string, Finished>();
    // Whoever has no participants' area has no gateway that would let an editor in.
    if (wanted.includes('participants'))
      finished.set('admin', await buildEditor((seconds) => print(commandMessages.editorBuilt(seconds))));
    const remembered: (() => void)[] = [];
    // All pages before any index is waited for: the indexers go on meanwhile.
    const rendered: Rendered[] = [];
    for (const { edition } of started) rendered.push(await renderEdition(config, edition));
    for (const [at, { edition, indexing, start }] of started.entries()) {
      const { files, kept, remember } = rendered[at] as Rendered;
      const index = await indexing;
      for (const { url, absolute } of edition.files) files.set(decodeURI(pathInEdition(url, edition.id)), absolute);
      for (const [path, file] of index.files) files.set(`pagefind/${path}`, file);
      finished.set(edition.id, { files, kept });
      remembered.push(remember);
      print(commandMessages.built(edition.id, index.found, (performance.now() - start) / 1000));
    }
    await publish(config.dist, finished);
    for (const remember of remembered) remember();
  } finally {
    await closeIndexer();
  }
}
