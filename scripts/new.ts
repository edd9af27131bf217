/** `npm run new -- COLLECTION "Title"`: a new entry from the model, ready to fill in. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '#config';
import { commandMessages } from '#i18n';
import { collectionIds, collectionOf, slug, template } from '#model';
import { runCommand, UsageError } from './command.ts';

/** Collections whose entries have files beside them, and so a folder each. */
const FOLDERS = new Set(['manuals', 'tools']);

await runCommand(() => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [id = '', title = ''] = positionals;
  const collection = collectionOf(id);
  if (!collection || title.trim() === '') throw new UsageError(commandMessages.newUsage(collectionIds));
  const [source = 'content'] = readConfig(process.env).sources;
  const name = FOLDERS.has(id) ? `${slug(title)}/index` : slug(title);
  const path = join(source, id, `${name}.${collection.format}`);
  if (existsSync(path)) throw new UsageError(commandMessages.newExists(relative('.', path)));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, template(collection, title.trim(), new Date().toISOString().slice(0, 10)), { flag: 'wx' });
  console.log(commandMessages.newDone(relative('.', path)));
  return 0;
});
