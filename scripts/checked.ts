/** Content that may be built: loaded, its problems printed. */
import type { Config } from '#config';
import { type Content, formatDiagnostics, hasErrors, loadContent } from '#content';
import { checkMessages } from '#i18n';

/** Loads the content and prints its problems. `undefined` when there are errors. */
export function loadChecked(config: Config, print: (text: string) => void): Content | undefined {
  const content = loadContent(config);
  const { diagnostics, sources, counts } = content;
  const roots = new Map(sources.map(({ name, root }) => [name, root]));
  if (diagnostics.length > 0) print(formatDiagnostics(diagnostics, 'text', roots));
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  print(checkMessages.summary(errors, diagnostics.length - errors, counts.files));
  if (!hasErrors(diagnostics)) return content;
  print(checkMessages.refused);
  return undefined;
}
