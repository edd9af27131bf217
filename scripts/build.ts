/** `npm run build`: the editions into `dist`. */
import { parseArgs } from 'node:util';
import { readConfig } from '#config';
import { commandMessages } from '#i18n';
import { type EditionId, editions } from '#model';
import { keepCompiled, runCommand, UsageError } from './command.ts';

await runCommand(async () => {
  const { values } = parseArgs({ options: { edition: { type: 'string', multiple: true } } });
  for (const id of values.edition ?? []) if (!(id in editions)) throw new UsageError(commandMessages.noEdition(id));
  const config = readConfig(process.env);
  keepCompiled(config.state);
  const { buildSite } = await import('./build-site.ts');
  const { published } = await buildSite(config, console.log, values.edition as EditionId[] | undefined);
  return published ? 0 : 1;
});
