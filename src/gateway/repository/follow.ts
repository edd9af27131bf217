/**
 * The working tree follows what is published. A plan says what is under way: where the process is killed in the middle,
 * the next start brings it to its end.
 */
import { lstatSync, mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { type Draft, dropDraft } from './drafts.ts';
import { type Git, GitError, lineOf, recordsOf } from './git.ts';
import { changesBetween, filesIn, readBlobs } from './objects.ts';
import type { Repository } from './repository.ts';

interface Plan {
  from: string;
  to: string;
  /** The draft that ends with it. */
  draft?: Pick<Draft, 'ref' | 'tip'> | undefined;
}

const planOf = ({ gitFolder }: Repository): string => join(gitFolder, 'polinet-plan.json');

/** Files that a publication would change, and that somebody has changed in the working tree without a commit. */
export async function changedByHand(
  { git, root }: Repository,
  from: string,
  paths: readonly string[],
): Promise<string[]> {
  const known = await blobsIn(git, from, paths);
  const found: string[] = [];
  for (const path of paths) if ((await blobOnDisk(git, root, path)) !== (known.get(path) ?? null)) found.push(path);
  const staged = await git([
    '--literal-pathspecs',
    'diff-index',
    '--cached',
    '--name-only',
    '-z',
    '--no-renames',
    from,
    '--',
    ...paths,
  ]);
  return [...new Set([...found, ...recordsOf(staged)])];
}

/** The objects of some files of a commit. */
const blobsIn = async (git: Git, commit: string, paths: readonly string[]): Promise<Map<string, string>> =>
  new Map((await filesIn(git, commit, paths)).map(({ path, blob }) => [path, blob]));

/** Says what is about to be published, before it is. */
export const plan = (repository: Repository, from: string, to: string, draft?: Plan['draft']): Promise<void> =>
  writeFile(planOf(repository), JSON.stringify({ from, to, draft } satisfies Plan), { flush: true });

/** Takes a plan back that came to nothing. */
export const unplan = (repository: Repository): Promise<void> => rm(planOf(repository), { force: true });

/**
 * Brings the working tree to where a plan leads, if there is one and its commit was published.
 *
 * @returns files left as they are, because somebody has changed them meanwhile
 */
export async function follow(repository: Repository): Promise<string[]> {
  const { git, root, main } = repository;
  const text = await readFile(planOf(repository), 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  const planned = readPlan(text);
  const left: string[] = [];
  if (planned && (await isAncestor(git, planned.to, main))) {
    const changes = await changesBetween(git, planned.from, planned.to);
    const bytes = await readBlobs(
      git,
      [...changes.values()].filter((blob) => blob !== null),
    );
    const known = await blobsIn(git, planned.from, [...changes.keys()]);
    const lines: string[] = [];
    for (const [path, blob] of changes) {
      const before = known.get(path) ?? null;
      const now = await blobOnDisk(git, root, path);
      if (now !== blob && now !== before) left.push(path);
      else if (now !== blob) await put(root, path, blob === null ? undefined : bytes.get(blob));
      lines.push(blob ? `100644 ${blob}\t${path}\0` : `0 ${'0'.repeat(40)}\t${path}\0`);
    }
    await git(['update-index', '-z', '--index-info'], { input: lines.join('') });
    await git(['update-index', '-q', '--refresh'], { answers: [1] });
    if (planned.draft) await dropDraft(repository, planned.draft);
  }
  await unplan(repository);
  return left;
}

function readPlan(text: string): Plan | undefined {
  try {
    return JSON.parse(text) as Plan;
  } catch {
    // Broken off before it was whole: nothing had been published yet.
    return undefined;
  }
}

/** True where a commit is in the history of another. */
export async function isAncestor(git: Git, commit: string, of: string): Promise<boolean> {
  try {
    await git(['merge-base', '--is-ancestor', commit, of]);
    return true;
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
}

/** The object of a file in the working tree; null where there is none, nothing where it is no ordinary file. */
async function blobOnDisk(git: Git, root: string, path: string): Promise<string | null | undefined> {
  if (!isInside(root, path)) return undefined;
  const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (!stat) return null;
  if (!stat.isFile()) return undefined;
  return lineOf(await git(['hash-object', '--no-filters', '--stdin'], { input: readFileSync(join(root, path)) }));
}

/** False where a folder on the way is a link, or no folder. */
function isInside(root: string, path: string): boolean {
  for (let folder = dirname(join(root, path)); folder !== root; folder = dirname(folder)) {
    if (relative(root, folder).split(sep)[0] === '..') return false;
    const stat = lstatSync(folder, { throwIfNoEntry: false });
    if (stat && !stat.isDirectory()) return false;
  }
  return true;
}

/** Writes a file as a whole, or takes it away with the folders that it leaves empty. */
async function put(root: string, path: string, bytes: Buffer | undefined): Promise<void> {
  const target = join(root, path);
  if (!bytes) {
    await rm(target, { force: true });
    removeEmpty(root, dirname(target));
    return;
  }
  mkdirSync(dirname(target), { recursive: true });
  // Of one name, so that whoever begins again finds what was broken off.
  const aside = join(dirname(target), '.polinet-part');
  try {
    await writeFile(aside, bytes, { flush: true });
    await rename(aside, target);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

function removeEmpty(root: string, folder: string): void {
  try {
    for (let at = folder; at !== root; at = dirname(at)) rmdirSync(at);
  } catch {
    // Something else is still in it.
  }
}
