/** Putting a finished edition where it is served from: file by file, and only what has changed. */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What a file is made of: another file, or bytes. */
export type Source = string | Uint8Array;

/** A finished edition. Paths are relative to its folder. */
export interface Finished {
  /** A folder with what was rendered; it is used up. */
  rendered: string;
  /** All other files. */
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
export function publish(target: string, { rendered, files, kept }: Finished): void {
  const pages = filesOf(rendered);
  if (!existsSync(target)) {
    for (const [path, source] of files) put(source, join(rendered, path));
    mkdirSync(dirname(target), { recursive: true });
    move(rendered, target);
    return;
  }
  const wanted = new Map([...files, ...pages.map((path) => [path, join(rendered, path)] as const)]);
  for (const [path, source] of [...wanted].sort(([a], [b]) => rank(a) - rank(b)))
    if (!holds(join(target, path), source)) put(source, join(target, path));
  const staying = new Set([...wanted.keys(), ...kept]);
  for (const path of filesOf(target)) if (!staying.has(path)) rmSync(join(target, path));
  removeEmpty(target);
}

/** What leads to other files comes after them: pages, and before them the index's table of contents. */
const rank = (path: string) => (path.endsWith('.html') ? 2 : path.endsWith('pagefind-entry.json') ? 1 : 0);

/** All files of a folder, as relative paths. */
const filesOf = (folder: string): string[] =>
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

/** Writes a file: whole, or not at all. */
function put(source: Source, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) rmSync(path, { recursive: true });
  const temporary = `${path}.new`;
  if (typeof source === 'string') copyFileSync(source, temporary);
  else writeFileSync(temporary, source);
  renameSync(temporary, path);
}

/** Moves a folder, onto another disk too. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EXDEV') throw error;
    cpSync(from, `${to}.new`, { recursive: true });
    renameSync(`${to}.new`, to);
  }
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
