/** Editions compiled from files given by path, laid over what every example stands on. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Content, compileEdition, type Diagnostic, type Edition, type EditionId, loadContent } from '#content';
import { exampleBase, participant } from '#content/examples';
import { type Files, temporaryFolder, writeFiles } from './sources.ts';

/** The day of these editions. */
export const TODAY = '2026-11-24';

/** A second and third municipality that do not exist. */
export const municipalities: Files = {
  'participants/borgofinto.yaml': participant('Borgofinto'),
  'participants/pievefinta.yaml': participant('Pievefinta').replace('028902', '028903'),
};

const folder = temporaryFolder();
process.once('exit', folder.remove);
let made = 0;

/** Loads files as a source of their own. */
export async function contentOf(files: Files): Promise<Content & { path: string }> {
  const path = join(folder.path, String(made++));
  mkdirSync(path);
  writeFiles(path, { ...exampleBase, ...municipalities, ...files });
  return { ...(await loadContent({ sources: [path], today: TODAY })), path };
}

/** Compiles one edition of files that have no errors. */
export async function editionOf(files: Files, id: EditionId = 'participants'): Promise<Edition> {
  const content = await contentOf(files);
  const errors = content.diagnostics.filter(({ severity }: Diagnostic) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  return compileEdition(content, id, TODAY);
}
