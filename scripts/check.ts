/** `npm run check`: validates the content without building. */
import { posix } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '#config';
import { type Format, formatDiagnostics, formats, hasErrors, loadContent } from '#content';
import { checkMessages } from '#i18n';
import { runCommand, UsageError } from './command.ts';

await runCommand(() => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' } },
  });
  const format = values.format as Format;
  if (!formats.includes(format)) throw new UsageError(checkMessages.usage);
  const config = readConfig(process.env);
  const { diagnostics, sources, files, counts } = loadContent(config);
  const paths = positionals.map((path) => posix.normalize(path).replace(/\/$/, ''));
  /** A path may name a file or folder, with its source or without. */
  const isUnder = (path: string, full: string, source: string) =>
    [full, full.slice(source.length + 1)].some((name) => name === path || name.startsWith(`${path}/`));
  const known = [...files, ...diagnostics.map(({ source, file }) => `${source}/${file}`)];
  for (const path of paths) {
    const found = known.some((full) =>
      sources.some(({ name }) => full.startsWith(`${name}/`) && isUnder(path, full, name)),
    );
    if (!found) throw new UsageError(checkMessages.noSuchFile(path));
  }
  const shown = diagnostics.filter(
    ({ source, file }) => paths.length === 0 || paths.some((path) => isUnder(path, `${source}/${file}`, source)),
  );
  const text = formatDiagnostics(shown, format, new Map(sources.map(({ name, root }) => [name, root])));
  if (text) console.log(text);
  if (format === 'text') {
    const errors = shown.filter(({ severity }) => severity === 'error').length;
    console.log(`${text ? '\n' : ''}${checkMessages.summary(errors, shown.length - errors, counts.files)}`);
  }
  return hasErrors(shown) ? 1 : 0;
});
