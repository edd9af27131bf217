/** `npm run dev`: Astro's dev server, reloading on content. `-- --edition participants` shows all of it. */
import { watch } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { AstroIntegration } from 'astro';
import { dev } from 'astro';
import { readConfig } from '#config';
import { compileEdition, type Edition } from '#content';
import { handOver } from '#content/handover';
import { commandMessages } from '#i18n';
import { type EditionId, editions } from '#model';
import { loadChecked } from './checked.ts';
import { runCommand, UsageError } from './command.ts';

/** How long changes are waited for, in milliseconds, before the content is read again. */
const SETTLE = 100;

await runCommand(async () => {
  const { values } = parseArgs({ options: { edition: { type: 'string', default: 'public' } } });
  const id = values.edition as EditionId;
  if (!(id in editions)) throw new UsageError(commandMessages.noEdition(id));
  const config = readConfig(process.env, 'content:examples/demo');
  let edition: Edition | undefined;
  const refresh = () => {
    const content = loadChecked(config, console.log);
    if (!content) return false;
    edition = compileEdition(content, id, new Date().toISOString().slice(0, 10));
    handOver(edition);
    return true;
  };
  if (!refresh()) return 1;
  const content: AstroIntegration = {
    name: 'polinet-content',
    hooks: {
      'astro:server:setup': ({ server, refreshContent }) => {
        let waiting: ReturnType<typeof setTimeout> | undefined;
        const changed = () => {
          clearTimeout(waiting);
          waiting = setTimeout(async () => {
            if (refresh()) await refreshContent?.({});
          }, SETTLE);
        };
        for (const source of config.sources) watch(source, { recursive: true }, changed);
        server.middlewares.use((request, response, next) => {
          const file = edition?.files.find(({ url }) => url === request.url);
          if (file) response.setHeader('content-type', 'application/octet-stream');
          if (file) import('node:fs').then(({ createReadStream }) => createReadStream(file.absolute).pipe(response));
          else next();
        });
      },
    },
  };
  const root = join(import.meta.dirname, '..');
  await dev({
    root,
    base: editions[id].base,
    cacheDir: join(config.state, 'cache', id, 'astro'),
    server: { host: config.host, port: config.port },
    integrations: [content],
  });
  return 0;
});
