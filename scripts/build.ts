/** `npm run build`: the editions into `dist`. */
import { parseArgs } from 'node:util';
import { readConfig } from '#config';
import { commandMessages } from '#i18n';
import { type EditionId, editions } from '#model';
import { buildSite } from './build-site.ts';
import { runCommand, UsageError } from './command.ts';

await runCommand(async () => {
  const { values } = parseArgs({ options: { edition: { type: 'string', multiple: true } } });
  for (const id of values.edition ?? []) if (!(id in editions)) throw new UsageError(commandMessages.noEdition(id));
  const done = await buildSite(readConfig(process.env), console.log, values.edition as EditionId[] | undefined);
  return done ? 0 : 1;
});
