/** Files and commits in git's store. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Git, lineOf, recordsOf } from './git.ts';

/** A file of a tree. */
export interface TreeFile {
  /** From the root of the repository. */
  path: string;
  /** The object's id: of the bytes alone. */
  blob: string;
  /** In bytes. */
  size: number;
}

/** What a commit changes: files by path, with the object of their new bytes, or null for those that go. */
export type Changes = ReadonlyMap<string, string | null>;

/** Who makes a commit. */
export interface Person {
  name: string;
  address: string;
}

/** An ordinary file. Symbolic links and submodules are none. */
const FILE = /^100(?:644|755) blob ([0-9a-f]+) +(\d+)\t(.*)$/s;

/** The files under some paths of a commit. */
export async function filesIn(git: Git, commit: string, paths: readonly string[]): Promise<TreeFile[]> {
  if (paths.length === 0) return [];
  const output = await git(['--literal-pathspecs', 'ls-tree', '-r', '-z', '-l', commit, '--', ...paths]);
  return recordsOf(output).flatMap((record): TreeFile[] => {
    const [, blob, size, path] = FILE.exec(record) ?? [];
    return blob && path ? [{ path, blob, size: Number(size) }] : [];
  });
}

/** One file of a commit; nothing where it has none of that very path. */
export const fileIn = async (git: Git, commit: string, path: string): Promise<TreeFile | undefined> =>
  (await filesIn(git, commit, [path])).find((file) => file.path === path);

/** The bytes of many files, by their object's id, in one go. */
export async function readBlobs(git: Git, blobs: readonly string[]): Promise<Map<string, Buffer>> {
  const output = await git(['cat-file', '--batch'], { input: blobs.map((blob) => `${blob}\n`).join('') });
  const found = new Map<string, Buffer>();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(0x0a, at);
    const [blob = '', , size] = output.toString('latin1', at, end).split(' ');
    if (size === undefined) {
      // «missing»: nothing follows.
      at = end + 1;
      continue;
    }
    found.set(blob, output.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return found;
}

/** The objects that some names (`COMMIT:PATH`) lead to, in their order; nothing where one leads nowhere. */
export async function namedBlobs(git: Git, names: readonly string[]): Promise<(string | undefined)[]> {
  const input = names.map((name) => `${name}\n`).join('');
  const output = await git(['cat-file', '--batch-check=%(objecttype) %(objectname)'], { input });
  const lines = output.toString('utf8').split('\n');
  return names.map((_, at) => /^blob ([0-9a-f]+)$/.exec(lines[at] ?? '')?.[1]);
}

/** Stores bytes as they are. @returns the object's id */
export const writeBlob = async (git: Git, bytes: string | Buffer | Readable): Promise<string> =>
  lineOf(await git(['hash-object', '-w', '--no-filters', '--stdin'], { input: bytes }));

/** Names without what would end them in a commit. Git takes none that has only signs. */
function plain(text: string): string {
  const name = text.replace(/[<>\p{Cc}]/gu, ' ').trim();
  return /[\p{L}\p{N}]/u.test(name) ? name : '?';
}

const identity = ({ name, address }: Person): Record<string, string> => ({
  GIT_AUTHOR_NAME: plain(name),
  GIT_AUTHOR_EMAIL: plain(address),
  GIT_COMMITTER_NAME: plain(name),
  GIT_COMMITTER_EMAIL: plain(address),
});

/** Makes a commit of a tree that is there. @returns its id; no ref leads to it yet */
export const commitTree = async (
  git: Git,
  tree: string,
  parents: readonly string[],
  who: Person,
  message: string,
): Promise<string> =>
  lineOf(
    await git(['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])], {
      input: message,
      env: identity(who),
    }),
  );

const NONE = '0'.repeat(40);

/** The tree of a commit with some files changed. */
export async function changedTree(git: Git, commit: string, changes: Changes): Promise<string> {
  const index = join(tmpdir(), `polinet-index-${randomBytes(12).toString('hex')}`);
  const env = { GIT_INDEX_FILE: index };
  try {
    await git(['read-tree', commit], { env });
    const lines = [...changes].map(([path, blob]) => (blob ? `100644 ${blob}\t${path}\0` : `0 ${NONE}\t${path}\0`));
    await git(['update-index', '-z', '--index-info'], { env, input: lines.join('') });
    return lineOf(await git(['write-tree'], { env }));
  } finally {
    await rm(index, { force: true });
  }
}

interface Difference {
  path: string;
  /** Modes before and after. */
  before: string;
  after: string;
  /** The object after. */
  blob: string;
}

/** What differs between two commits, or their trees. */
async function differences(git: Git, from: string, to: string): Promise<Difference[]> {
  const records = recordsOf(await git(['diff-tree', '-r', '-z', '--no-renames', '--raw', from, to]));
  const found: Difference[] = [];
  for (let at = 0; at + 1 < records.length; at += 2) {
    const [before = '', after = '', , blob = NONE] = (records[at] ?? '').slice(1).split(' ');
    found.push({ path: records[at + 1] as string, before, after, blob });
  }
  return found;
}

/** What differs between two commits: the object after, or null where the file is gone. */
export const changesBetween = async (git: Git, from: string, to: string): Promise<Map<string, string | null>> =>
  new Map((await differences(git, from, to)).map(({ path, blob }) => [path, /^0+$/.test(blob) ? null : blob]));

/** What differs and is no ordinary file after: symbolic links, submodules, programs. */
export const oddBetween = async (git: Git, from: string, to: string): Promise<string[]> =>
  (await differences(git, from, to)).filter(({ after }) => !/^(?:100644|0+)$/.test(after)).map(({ path }) => path);

/** The first difference that is none of some changes, or takes the place of a link: a file below it would take it away. */
export const strayBetween = async (git: Git, from: string, to: string, changes: Changes): Promise<string | undefined> =>
  (await differences(git, from, to)).find(
    ({ path, before }) => !changes.has(path) || !/^(?:100644|100755|0+)$/.test(before),
  )?.path;

/** The tree of a merge, and the files that both have changed in one place. */
export async function merged(git: Git, ours: string, theirs: string): Promise<{ tree: string; conflicts: string[] }> {
  const options = ['--write-tree', '--name-only', '-z', '--no-messages'];
  const [tree = '', ...conflicts] = recordsOf(await git(['merge-tree', ...options, ours, theirs], { answers: [1] }));
  return { tree, conflicts };
}
