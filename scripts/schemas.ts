/** `npm run schemas`: what code editors need to complete and check fields, from the model. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig } from '#config';
import { loadContent } from '#content';
import { fileSchemas } from '#model';
import { runCommand } from './command.ts';
import { editorFiles } from './editor-files.ts';

const root = join(import.meta.dirname, '..');

/** Where Astro's editor extension looks for the schemas of front matter, and which file has which. */
const FRONT_MATTER = join(root, '.astro', 'collections');

const write = (path: string, text: string) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

await runCommand(async () => {
  rmSync(join(root, '.vscode', 'schemas'), { recursive: true, force: true });
  for (const [path, text] of Object.entries(editorFiles())) write(join(root, path), text);
  const { graph } = await loadContent(readConfig(process.env, 'content:examples/demo'));
  const entries = graph.entries
    .filter(({ file }) => file.endsWith('.mdx'))
    .map(({ absolute, collection, part }) => [
      pathToFileURL(absolute).href.toLowerCase(),
      part ? `${collection}-part` : collection,
    ]);
  const schemas = fileSchemas().filter(({ format }) => format === 'mdx');
  for (const { name, schema } of schemas) write(join(FRONT_MATTER, `${name}.schema.json`), JSON.stringify(schema));
  const collections = schemas.map(({ name }) => ({ hasSchema: true, name }));
  write(join(FRONT_MATTER, 'collections.json'), JSON.stringify({ collections, entries: Object.fromEntries(entries) }));
  return 0;
});
