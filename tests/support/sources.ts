/** Sources made in temporary folders, for tests that need content of their own. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ExampleFiles } from '../../src/content/rule.ts';

export { guide, mdx, network, participant, theme } from '#content/examples';

/** Files by path; bytes stay bytes. */
export type Files = Record<string, string | Uint8Array>;

/** A temporary folder that is removed when the test file ends. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'polinet-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The shipped content and the demonstration, copied into a folder to be changed. */
export const copiedSources = (folder: string): string[] =>
  ['content', 'examples/demo'].map((source) => {
    const copy = join(folder, source);
    cpSync(source, copy, { recursive: true });
    return copy;
  });

/** Writes files into a folder. */
export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Writes the files of a rule's example. */
export function writeExample(folder: string, files: ExampleFiles): void {
  for (const [path, content] of Object.entries(files)) {
    if (content === null) rmSync(join(folder, path), { force: true });
    else if (typeof content === 'object' && 'linkTo' in content) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      symlinkSync(content.linkTo, join(folder, path));
    } else writeFiles(folder, { [path]: typeof content === 'function' ? content() : content });
  }
}
