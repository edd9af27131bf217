/** The content: sources read and checked, the graph, and the editions compiled from it. */

export { type EditionId, editionAt, editions } from '#model';
export { codeDigest } from './code.ts';
export {
  type Backlink,
  compileEdition,
  type Edition,
  type EditionEntry,
  type Linked,
  pathInEdition,
} from './compile.ts';
export { type Diagnostic, hasErrors } from './diagnostics.ts';
export { fixedUrls } from './graph.ts';
export { type Content, loadContent } from './load.ts';
export { type Format, formatDiagnostics, formats } from './report.ts';
