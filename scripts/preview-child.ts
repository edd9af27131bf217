/** Renders what pages would be, for a gateway that goes on serving meanwhile. Told by `preview.ts`. */
import { readConfig } from '#config';
import { compileEdition, hasErrors, helpOf, loadContent, memoryCaches, type Overlay } from '#content';
import { handOver } from '#content/handover';
import type { Previewed } from '#gateway';
import { explained, keepCompiled } from './command.ts';
import { type LoadedProgram, loadProgram } from './program.ts';
import { START_SOURCES } from './rebuild.ts';

/** What is to be rendered: the page of an entry, by the absolute path of its file. */
export interface Asked {
  id: number;
  overlay: Overlay;
  file: string;
}

/** The page, or why there is none. */
export type Told = { id: number; previewed: Previewed } | { id: number; failed: string };

process.once('disconnect', () => process.exit(0));

const config = readConfig(process.env, START_SOURCES);
keepCompiled(config.state);
// What is parsed once is not parsed again while its bytes are the same.
const caches = memoryCaches();
// The program of the code that this process runs itself, whatever becomes of the code meanwhile.
let program: LoadedProgram | undefined;

async function preview({ overlay, file }: Asked): Promise<Previewed> {
  const content = await loadContent({ sources: config.sources, caches, overlay });
  const changed = new Set([...overlay.keys(), file]);
  const roots = new Map(content.sources.map(({ name, root }) => [name, root]));
  const diagnostics = content.diagnostics.filter((one) => changed.has(`${roots.get(one.source)}/${one.file}`));
  if (hasErrors(content.diagnostics)) return { diagnostics, files: [] };
  const edition = compileEdition(content, 'participants', new Date().toISOString().slice(0, 10));
  const entry = content.graph.entries.find(({ source, file: own }) => `${source.root}/${own}` === file);
  const url = edition.entries.find(({ link }) => link.ref === entry?.ref)?.link.url;
  if (!url) return { diagnostics, files: [] };
  program ??= await loadProgram(config, 'participants');
  handOver(edition, helpOf('participants'));
  const response = await program.render(new Request(new URL(url, config.url)));
  const files = edition.files.filter(({ absolute }) => overlay.has(absolute));
  return { diagnostics, files, html: await response.text(), url };
}

const tell = (told: Told) => process.send?.(told);
let turn: Promise<unknown> = Promise.resolve();
process.on('message', (asked: Asked) => {
  const { id } = asked;
  turn = turn
    .then(() => preview(asked))
    .then(
      (previewed) => tell({ id, previewed }),
      (error: unknown) => tell({ id, failed: explained(error) ?? String((error as Error).stack) }),
    );
});
