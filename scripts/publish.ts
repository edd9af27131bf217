/** Putting a finished edition where it is served from: file by file, and only what has changed. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import pMap from 'p-map';

/** What a file is made of: another file, or bytes. */
export type Source = string | Uint8Array;

/** A finished edition. Paths are relative to its folder. */
export interface Finished {
  files: ReadonlyMap<string, Source>;
  /** Files of the edition published before that stay as they are. */
  kept: readonly string[];
}

/**
 * Publishes an edition into a folder.
 *
 * The first time the folder appears whole. Afterwards new files come before the pages that lead to them, and what is
 * no longer wanted goes last; each file is replaced whole. Broken off, it leaves pages of both editions, and the next
 * build puts that right.
 */
export async function publish(target: string, { files, kept }: Finished): Promise<void> {
  if (!existsSync(target)) {
    const unfinished = `${target}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    const paths = [...files.keys()];
    for (const folder of new Set(paths.map((path) => dirname(join(unfinished, path)))))
      mkdirSync(folder, { recursive: true });
    await pMap(files, ([path, source]) => place(source, join(unfinished, path)), { concurrency: AT_ONCE });
    renameSync(unfinished, target);
    return;
  }
  for (const [path, source] of [...files].sort(([a], [b]) => rank(a) - rank(b)))
    if (!holds(join(target, path), source)) await replace(source, join(target, path));
  const staying = new Set([...files.keys(), ...kept]);
  for (const path of filesOf(target)) if (!staying.has(path)) rmSync(join(target, path));
  removeEmpty(target);
}

/** What leads to other files comes after them: pages, and before them the index's table of contents. */
const rank = (path: string) => (path.endsWith('.html') ? 2 : path.endsWith('pagefind-entry.json') ? 1 : 0);

/** All files of a folder, as relative paths. */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** True when a file is there and has the same bytes: it keeps its date then. */
function holds(path: string, source: Source): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  const size = typeof source === 'string' ? statSync(source).size : source.length;
  if (!stat?.isFile() || stat.size !== size) return false;
  return readFileSync(path).equals(typeof source === 'string' ? readFileSync(source) : source);
}

/** How many files are written at once. */
const AT_ONCE = 16;

const place = (source: Source, path: string): Promise<void> =>
  typeof source === 'string' ? copyFile(source, path) : writeFile(path, source);

/** Writes a file in place of what is there: whole, or not at all. */
async function replace(source: Source, path: string): Promise<void> {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) rmSync(path, { recursive: true });
  mkdirSync(dirname(path), { recursive: true });
  await place(source, `${path}.new`);
  renameSync(`${path}.new`, path);
}

/** Removes folders without files, innermost first. */
function removeEmpty(folder: string): void {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const full = new Set(
    entries.filter((entry) => !entry.isDirectory()).flatMap(({ parentPath }) => upwards(parentPath)),
  );
  const empty = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !full.has(path));
  for (const path of empty.sort((a, b) => b.length - a.length)) rmdirSync(path);
}

/** A folder and all that it lies in. */
function upwards(path: string): string[] {
  const above = dirname(path);
  return above === path ? [path] : [path, ...upwards(above)];
}
