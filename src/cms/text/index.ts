/** Files as texts: read for a form, and written so that what nobody touched keeps its bytes. */
export { changedFile } from './changed-file.ts';
export { type FileProblem, type Format, type ParsedFile, parseFile } from './file.ts';
export { keptBlocks } from './kept-blocks.ts';
export { blockLines } from './markdown.ts';
export type { Key } from './yaml-text.ts';
