/** Content checked before it is used, its problems printed. */
import type { Config } from '#config';
import { type Content, type Diagnostic, formatDiagnostics, hasErrors, loadContent } from '#content';
import { checkMessages } from '#i18n';

/** Loads the content and prints its problems. */
export async function checkContent(config: Config, print: (text: string) => void): Promise<Content> {
  const content = await loadContent(config);
  const { diagnostics } = content;
  if (diagnostics.length > 0) print(formatDiagnostics(diagnostics, 'text', rootsOf(content)));
  print(summaryOf(diagnostics, content));
  if (hasErrors(diagnostics)) print(checkMessages.refused);
  return content;
}

/** Where the sources are, by the names that diagnostics give them. */
export const rootsOf = ({ sources }: Content): Map<string, string> =>
  new Map(sources.map(({ name, root }) => [name, root]));

/** How many files were read, and what was found. */
export function summaryOf(diagnostics: readonly Diagnostic[], { counts }: Content): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return checkMessages.summary(errors, diagnostics.length - errors, counts.files);
}
