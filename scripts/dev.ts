/** `npm run dev`: Astro's dev server, reloading on content. `-- --edition participants` shows all of it. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import type { AstroIntegration } from 'astro';
import { dev } from 'astro';
import { benchmarkFiles } from '#benchmark';
import { type Config, readConfig } from '#config';
import { compileEdition, type Edition, formatDiagnostics, helpOf } from '#content';
import { handOver } from '#content/handover';
import { typeOf } from '#gateway';
import { checkMessages, commandMessages } from '#i18n';
import { escapeHtml } from '#mdx';
import { type EditionId, editions } from '#model';
import { checkContent, rootsOf } from './checked.ts';
import { runCommand, UsageError } from './command.ts';
import { watchSources } from './watch.ts';

/** The content as the dev server shows it, or why it shows the one before. */
interface Shown {
  edition?: Edition | undefined;
  /** Open data and calendars, by path within the edition. */
  made?: Map<string, string> | undefined;
  /** What the check says of its errors; empty where there are none. */
  errors: string;
}

await runCommand(async () => {
  const { values } = parseArgs({ options: { edition: { type: 'string', default: 'public' } } });
  const id = values.edition as EditionId;
  if (!(id in editions)) throw new UsageError(commandMessages.noEdition(id));
  const config = readConfig(process.env, 'content:examples/demo');
  const shown: Shown = { errors: '' };
  while (!(await refresh(config, id, shown))) {
    await new Promise<void>((resolve) => {
      const go = () => {
        stop();
        resolve();
      };
      const stop = watchSources(config.sources, go, () => console.log(checkMessages.watching));
    });
  }
  await dev({
    root: join(import.meta.dirname, '..'),
    base: editions[id].base,
    cacheDir: join(config.state, 'cache', id, 'astro'),
    server: { host: config.host, port: config.port },
    integrations: [liveContent(config, id, shown)],
  });
  return 0;
});

/** Reads the content again; while it has errors the edition before stays. */
async function refresh(config: Config, id: EditionId, shown: Shown): Promise<boolean> {
  const content = await checkContent(config, console.log);
  const errors = content.diagnostics.filter(({ severity }) => severity === 'error');
  shown.errors = stripVTControlCharacters(formatDiagnostics(errors, 'text', rootsOf(content)));
  if (errors.length > 0) return false;
  shown.edition = compileEdition(content, id, new Date().toISOString().slice(0, 10));
  shown.made = benchmarkFiles(shown.edition, new URL(editions[id].base, config.url).href);
  handOver(shown.edition, helpOf(id));
  return true;
}

/** Errors as Astro's overlay shows them over the page: the check's own words. It takes them as HTML. */
const overlay = (errors: string) => ({
  type: 'error' as const,
  err: {
    name: checkMessages.overlayName,
    title: checkMessages.overlayTitle,
    message: escapeHtml(errors),
    stack: errors,
  },
});

function liveContent(config: Config, id: EditionId, shown: Shown): AstroIntegration {
  return {
    name: 'polinet-content',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const { hot } = server.environments.client;
        const tell = () => hot.send(overlay(shown.errors));
        // A page opened while something is wrong says so too.
        hot.on('vite:client:connect', () => shown.errors !== '' && tell());
        watchSources(config.sources, async () => {
          if (await refresh(config, id, shown)) {
            hot.send({ type: 'full-reload' });
          } else tell();
        });
        server.middlewares.use((request, response, next) => {
          const made = shown.made?.get(decodeURI(request.url ?? '').slice(editions[id].base.length));
          if (made !== undefined) return response.setHeader('content-type', typeOf(request.url ?? '')).end(made);
          const file = shown.edition?.files.find(({ url }) => url === request.url);
          if (!file) return next();
          response.setHeader('content-type', typeOf(file.url));
          createReadStream(file.absolute).pipe(response);
        });
      },
    },
  };
}
