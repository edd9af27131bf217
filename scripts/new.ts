/** `npm run new -- COLLECTION "Title"`: a new entry from the model, ready to fill in. Minutes go on from those before. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { type MinutesDraft, minutesDraft } from '#benchmark';
import { type Config, readConfig } from '#config';
import { compileEdition, hasErrors, loadContent } from '#content';
import { commandMessages } from '#i18n';
import { collectionIds, collectionOf, nameFrom, template } from '#model';
import { runCommand, UsageError } from './command.ts';

/** Collections whose entries have files beside them, and so a folder each. */
const FOLDERS = new Set(['manuals', 'tools']);

await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [id = '', given = ''] = positionals;
  const config = readConfig(process.env);
  const today = new Date().toISOString().slice(0, 10);
  const collection = collectionOf(id);
  const draft = id === 'minutes' ? await draftOf(config, today) : undefined;
  const title = given.trim() || (draft?.title ?? '');
  if (!collection || title === '') throw new UsageError(commandMessages.newUsage(collectionIds));
  const [source = 'content'] = config.sources;
  const own = nameFrom(title);
  if (!draft && !own) throw new UsageError(commandMessages.newNameless);
  const name = draft?.id ?? (FOLDERS.has(id) ? `${own}/index` : own);
  const path = join(source, id, `${name}.${collection.format}`);
  if (existsSync(path)) throw new UsageError(commandMessages.newExists(relative('.', path)));
  mkdirSync(dirname(path), { recursive: true });
  const known = draft && { fields: textsOf(draft.fields), body: draft.body };
  writeFileSync(path, template(collection, title, today, known), { flag: 'wx' });
  console.log(commandMessages.newDone(relative('.', path)));
  return 0;
});

/** What the meetings before say of the next; nothing while the content has errors, or there is none. */
async function draftOf(config: Config, today: string): Promise<MinutesDraft | undefined> {
  const content = await loadContent(config);
  if (!content.network || hasErrors(content.diagnostics)) {
    console.log(commandMessages.newWithout);
    return undefined;
  }
  return minutesDraft(compileEdition(content, 'participants', today), today);
}

/** Fields as the YAML of an entry. */
function textsOf(fields: Record<string, unknown>): Record<string, string> {
  const texts = Object.entries(fields).map(([name, value]) => [name, stringify({ [name]: value }).trimEnd()]);
  return Object.fromEntries(texts);
}
