/** The content: sources read and checked, the graph, and the editions compiled from it. */

export { type EditionId, editionAt, editions } from '#model';
export type { Backlink } from './around.ts';
export { codeDigest } from './code.ts';
export {
  compileEdition,
  type Edition,
  type EditionEntry,
  type Linked,
  pathInEdition,
} from './compile.ts';
export { compareDiagnostics, type Diagnostic, hasErrors } from './diagnostics.ts';
export { readFields } from './entries.ts';
export { checkExternalLinks } from './external.ts';
export { fixedUrls } from './graph.ts';
export {
  type CollectionHelp,
  type ComponentHelp,
  type Help,
  helpOf,
  helpSegment,
  helpUrls,
  type RuleHelp,
} from './help.ts';
export { TYPES as attachmentTypes } from './inspect.ts';
export { type Content, loadContent, memoryCaches } from './load.ts';
export { type Format, formatDiagnostics, formats } from './report.ts';
export { editableSources, type Overlay, type Source } from './sources.ts';
