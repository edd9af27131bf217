/** Content checked before it is used, its problems printed. */
import type { Config } from '#config';
import { type Content, formatDiagnostics, hasErrors, loadContent } from '#content';
import { checkMessages } from '#i18n';

/** Loads the content and prints its problems. */
export async function checkContent(config: Config, print: (text: string) => void): Promise<Content> {
  const content = await loadContent(config);
  const { diagnostics, sources, counts } = content;
  const roots = new Map(sources.map(({ name, root }) => [name, root]));
  if (diagnostics.length > 0) print(formatDiagnostics(diagnostics, 'text', roots));
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  print(checkMessages.summary(errors, diagnostics.length - errors, counts.files));
  if (hasErrors(diagnostics)) print(checkMessages.refused);
  return content;
}
