/** Putting finished editions where they are served from: first all beside, then each file in its place. */
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

/** What is to be done once all new files are there: paths of files to put in place and to take away, by edition. */
type Plan = Record<string, { placed: string[]; removed: string[] }>;

/**
 * Publishes editions, all or none of them.
 *
 * New and changed files are first written beside the editions, then a plan; from then on the publication is finished
 * even if this process is not: `finishPublication`, with which every build begins, goes on with the plan. New files come before the pages that lead to
 * them, what is no longer wanted goes last, and each file is replaced whole.
 *
 * @param dist the folder of the editions
 */
export async function publish(dist: string, editions: ReadonlyMap<string, Finished>): Promise<void> {
  const staging = stagingOf(dist);
  rmSync(staging, { recursive: true, force: true });
  const plan: Plan = {};
  for (const [id, { files, kept }] of editions) {
    const target = join(dist, id);
    const changed = [...files].filter(([path, source]) => !holds(join(target, path), source));
    const staying = new Set([...files.keys(), ...kept]);
    const placed = changed.map(([path]) => path).sort((a, b) => rank(a) - rank(b));
    plan[id] = { placed, removed: existsSync(target) ? filesOf(target).filter((path) => !staying.has(path)) : [] };
    for (const folder of new Set(placed.map((path) => dirname(join(staging, id, path)))))
      mkdirSync(folder, { recursive: true });
    await pMap(changed, ([path, source]) => place(source, join(staging, id, path)), { concurrency: AT_ONCE });
  }
  mkdirSync(staging, { recursive: true });
  await writeFile(join(staging, 'plan.new'), JSON.stringify(plan), { flush: true });
  renameSync(join(staging, 'plan.new'), planOf(dist));
  finishPublication(dist);
}

/** Ends a publication that was broken off: goes on where its files are all there, else forgets it. */
export function finishPublication(dist: string): void {
  if (existsSync(planOf(dist))) {
    const plan = JSON.parse(readFileSync(planOf(dist), 'utf8')) as Plan;
    for (const [id, { placed, removed }] of Object.entries(plan)) carryOut(dist, id, placed, removed);
    rmSync(planOf(dist));
  }
  rmSync(stagingOf(dist), { recursive: true, force: true });
}

const stagingOf = (dist: string) => join(dist, '.next');
const planOf = (dist: string) => join(stagingOf(dist), 'plan.json');

/** Does an edition's share of a plan; what has been done already is passed over. */
function carryOut(dist: string, id: string, placed: readonly string[], removed: readonly string[]): void {
  const staged = join(stagingOf(dist), id);
  const target = join(dist, id);
  // The first time an edition appears whole.
  if (!existsSync(target) && existsSync(staged)) {
    renameSync(staged, target);
    return;
  }
  for (const path of placed) if (existsSync(join(staged, path))) replace(join(staged, path), join(target, path));
  // What has become a folder meanwhile, or lies under a file now, is gone already.
  for (const path of removed.map((one) => join(target, one))) if (isFile(path)) rmSync(path);
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

/** Puts a file in place of what is there: whole, or not at all. */
function replace(source: string, path: string): void {
  if (isFolder(path)) rmSync(path, { recursive: true });
  makeFolder(dirname(path));
  renameSync(source, path);
}

/** Makes a folder, and those it lies in; a file of that name goes. */
function makeFolder(path: string): void {
  if (isFolder(path)) return;
  if (isFile(path)) rmSync(path);
  else makeFolder(dirname(path));
  mkdirSync(path);
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

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
