/** The repository that the editable content lies in. */
import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import pLimit from 'p-limit';
import { editableSources } from '#content';
import { type Git, GitError, gitIn, lineOf } from './git.ts';

/** A folder of content that the editor shows. */
export interface EditableSource {
  /** Its folder from the root of the repository, with a slash at its end; empty where it is the root itself. */
  prefix: string;
  /** The same as an absolute path, as it was given. */
  folder: string;
  label: string;
  access: 'public' | 'participants';
}

export interface Repository {
  git: Git;
  /** Absolute folder of its working tree. */
  root: string;
  /** Absolute folder of what git keeps. */
  gitFolder: string;
  sources: readonly EditableSource[];
  /** How large a file beside an entry may be. */
  megabytes: number;
  /** The ref of what is published: the branch that is checked out. */
  main: string;
  /** Does one thing after the other: what moves the published branch. */
  alone: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** Why content cannot be edited here. */
export type NoRepository = 'no-git' | 'no-repository' | 'no-branch' | 'no-commit' | 'no-source' | 'two-repositories';

/**
 * Finds the repository of the editable sources.
 *
 * @param folders absolute folders of all sources
 */
export async function openRepository(folders: readonly string[]): Promise<Repository | NoRepository> {
  const { sources: found, megabytes } = editableSources(folders);
  const [first] = found;
  if (!first) return 'no-source';
  try {
    const roots = await Promise.all(found.map(async ({ root }) => topOf(root)));
    const [root = ''] = roots;
    if (roots.some((one) => one !== root)) return 'two-repositories';
    const git = gitIn(root);
    const main = lineOf(await git(['symbolic-ref', '-q', 'HEAD'], { answers: [1] }));
    if (main === '') return 'no-branch';
    if (lineOf(await git(['rev-parse', '-q', '--verify', 'HEAD'], { answers: [1] })) === '') return 'no-commit';
    const gitFolder = lineOf(await git(['rev-parse', '--absolute-git-dir']));
    const sources = found.map(({ root: folder, settings: { label, access } }) => ({
      prefix: prefixOf(root, folder),
      folder,
      label: label ?? '',
      access: access ?? ('public' as const),
    }));
    return { git, root, gitFolder, sources, megabytes, main, alone: pLimit(1) };
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return 'no-git';
    if (error instanceof GitError) return 'no-repository';
    throw error;
  }
}

const topOf = async (folder: string): Promise<string> =>
  realpathSync(lineOf(await gitIn(folder)(['rev-parse', '--show-toplevel'])));

function prefixOf(root: string, folder: string): string {
  const path = relative(root, realpathSync(folder)).split(sep).join('/');
  return path === '' ? '' : `${path}/`;
}

/** The commit that is published now. */
export const published = async ({ git, main }: Repository): Promise<string> =>
  lineOf(await git(['rev-parse', '--verify', `${main}^{commit}`]));
