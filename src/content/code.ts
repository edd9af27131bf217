/** Which version of the code made something that is kept. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './document.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * A digest of all files of some folders, of further files, and of the versions of all libraries.
 * What another version of them made must not be trusted.
 *
 * @param folders paths from the project's root
 */
export function codeDigest(folders: readonly string[], files: readonly string[] = []): string {
  const found = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort(),
  );
  const all = [...found, ...[...files, 'package-lock.json'].map((file) => join(root, file))];
  return digestOf(all.map((path) => `${path}\0${readFileSync(path, 'latin1')}`).join('\0'));
}
