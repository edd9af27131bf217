/** `npm start`: builds, then serves. */
import { join } from 'node:path';
import { readConfig } from '#config';
import { serveFolder } from '#gateway';
import { commandMessages } from '#i18n';
import { editions } from '#model';
import { keepCompiled, runCommand } from './command.ts';

await runCommand(async () => {
  const config = readConfig(process.env, 'content:examples/demo');
  keepCompiled(config.state);
  const { buildSite } = await import('./build-site.ts');
  if (!(await buildSite(config, console.log))) return 1;
  const { url, close } = await serveFolder({
    folder: join(config.dist, 'public'),
    base: editions.public.base,
    host: config.host,
    port: config.port,
  });
  console.log(commandMessages.serving(url));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
  return 0;
});
