/** `npm run check`: validates the content without building. */
import { posix } from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '#config';
import {
  type Content,
  checkExternalLinks,
  compareDiagnostics,
  type Format,
  formatDiagnostics,
  formats,
  hasErrors,
  loadContent,
} from '#content';
import { checkMessages } from '#i18n';
import { rootsOf, summaryOf } from './checked.ts';
import { runCommand, UsageError } from './command.ts';
import { progressBar } from './progress.ts';
import { watchSources } from './watch.ts';

interface Options {
  format: Format;
  links: boolean;
  watch: boolean;
  /** Files or folders, with their source or without; all where none is named. */
  paths: string[];
}

await runCommand(async () => {
  const options = readOptions();
  const config = readConfig(process.env);
  const code = await check(config, options);
  return options.watch ? checkAgain(config, options) : code;
});

function readOptions(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      links: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
    },
  });
  const format = values.format as Format;
  if (!formats.includes(format)) throw new UsageError(checkMessages.usage);
  const paths = positionals.map((path) => posix.normalize(path).replace(/\/$/, ''));
  return { format, links: values.links, watch: values.watch, paths };
}

/** Checks once, and prints what was found. */
async function check(config: Config, { format, links, paths }: Options): Promise<number> {
  const content = await loadContent(config);
  const { diagnostics } = content;
  refuseUnknown(paths, content);
  const all = links
    ? [...diagnostics, ...(await checkExternalLinks(content, progressBar(checkMessages.linkProgress)))]
    : diagnostics;
  const shown = all
    .sort(compareDiagnostics)
    .filter(
      ({ source, file }) => paths.length === 0 || paths.some((path) => isUnder(path, `${source}/${file}`, source)),
    );
  const text = formatDiagnostics(shown, format, rootsOf(content));
  if (text) console.log(text);
  if (format === 'text') console.log(`${text ? '\n' : ''}${summaryOf(shown, content)}`);
  return hasErrors(shown) ? 1 : 0;
}

function isUnder(path: string, full: string, source: string): boolean {
  return [full, full.slice(source.length + 1)].some((name) => name === path || name.startsWith(`${path}/`));
}

/** A path that is nothing's would print nothing, and look like good news. */
function refuseUnknown(paths: readonly string[], { files, diagnostics, sources }: Content): void {
  const known = [...files, ...diagnostics.map(({ source, file }) => `${source}/${file}`)];
  for (const path of paths) {
    const found = known.some((full) =>
      sources.some(({ name }) => full.startsWith(`${name}/`) && isUnder(path, full, name)),
    );
    if (!found) throw new UsageError(checkMessages.noSuchFile(path));
  }
}

/** Checks again after every change, until it is interrupted. */
async function checkAgain(config: Config, options: Options): Promise<number> {
  const waiting = () => console.log(checkMessages.watching);
  const again = async () => {
    if (process.stdout.isTTY) console.clear();
    await check(config, options);
    waiting();
  };
  const stop = watchSources(config.sources, again, waiting);
  await new Promise((resolve) => process.once('SIGINT', resolve));
  stop();
  return 0;
}
