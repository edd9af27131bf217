/** Problems of the content with the file they are in: what every check prints. */
import type { Problem } from '#mdx';

/** `error`: the build refuses the content. `warning`: it is published, and could be better. */
export type Severity = 'error' | 'warning';

/** A problem, and the file it is in. */
export interface FileProblem extends Problem {
  /** The file, relative to its source. */
  file: string;
  /** The source, as its folder is named from the project's root. */
  source: string;
}

export interface Diagnostic extends FileProblem {
  severity: Severity;
}

/** Orders diagnostics by source, file, line and column. */
export const compareDiagnostics = (a: Diagnostic, b: Diagnostic): number =>
  a.source.localeCompare(b.source) || a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === 'error');
