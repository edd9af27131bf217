/** `npm run check`: validates the content without building. */
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
  const { diagnostics, sources, counts } = loadContent(config);
  const paths = positionals.map((path) => path.replace(/^\.\//, '').replace(/\/$/, ''));
  const shown = diagnostics.filter(({ source, file }) => {
    const full = `${source}/${file}`;
    return (
      paths.length === 0 ||
      paths.some((path) => [full, file].some((name) => name === path || name.startsWith(`${path}/`)))
    );
  });
  const text = formatDiagnostics(shown, format, new Map(sources.map(({ name, root }) => [name, root])));
  if (text) console.log(text);
  if (format === 'text') {
    const errors = shown.filter(({ severity }) => severity === 'error').length;
    console.log(`${text ? '\n' : ''}${checkMessages.summary(errors, shown.length - errors, counts.files)}`);
  }
  return hasErrors(shown) ? 1 : 0;
});
