/** Publishing: a merge by who publishes it, and the working tree follows. */
import { changesOf, type Draft, dropDraft } from './drafts.ts';
import { changedByHand, follow, plan, unplan } from './follow.ts';
import { GitError } from './git.ts';
import { type Changes, changedTree, commitTree, type Person } from './objects.ts';
import { published, type Repository } from './repository.ts';

/** What stops a publication; nothing is changed then. */
export interface NotPublished {
  stopped: 'merge' | 'by-hand' | 'moved' | 'empty';
  paths: string[];
}

export interface Published {
  commit: string;
  /** Files of the working tree that did not follow, because somebody has changed them. */
  left: string[];
}

/** Merges a draft into what is published, and ends it. */
export const publishDraft = (
  repository: Repository,
  draft: Draft,
  who: Person,
  text: string,
): Promise<Published | NotPublished> =>
  repository.alone(async () => {
    const { git } = repository;
    const from = await published(repository);
    const changes = await changesOf(repository, draft);
    if (changes.size === 0) return { stopped: 'empty', paths: [] };
    const merged = await mergedTree(repository, from, draft.tip);
    if (typeof merged !== 'string') return merged;
    const commit = await commitTree(git, merged, [from, draft.tip], who, `${text}\n`);
    const outcome = await bring(repository, from, commit, [...changes.keys()]);
    if (!('stopped' in outcome)) await dropDraft(repository, draft);
    return outcome;
  });

/**
 * Changes what is published at once, without a draft.
 *
 * @param seen the commit that the changes were made for, where they are of no other
 */
export const publishChanges = (
  repository: Repository,
  changes: Changes,
  who: Person,
  text: string,
  seen?: string,
): Promise<Published | NotPublished> =>
  repository.alone(async () => {
    const from = await published(repository);
    if (seen !== undefined && seen !== from) return { stopped: 'moved', paths: [] };
    const tree = await changedTree(repository.git, from, changes);
    const commit = await commitTree(repository.git, tree, [from], who, `${text}\n`);
    return bring(repository, from, commit, [...changes.keys()]);
  });

/** The tree of a merge, or what cannot be merged. */
export async function mergedTree({ git }: Repository, ours: string, theirs: string): Promise<string | NotPublished> {
  const output = await git(['merge-tree', '--write-tree', '--name-only', '-z', '--no-messages', ours, theirs], {
    answers: [1],
  });
  const [tree = '', ...paths] = output.toString('utf8').split('\0').filter(Boolean);
  return paths.length > 0 ? { stopped: 'merge', paths } : tree;
}

/** Makes a commit the published one, where what it changes is in the working tree as it was committed. */
export async function bring(
  repository: Repository,
  from: string,
  commit: string,
  paths: readonly string[],
): Promise<Published | NotPublished> {
  const byHand = await changedByHand(repository, from, paths);
  if (byHand.length > 0) return { stopped: 'by-hand', paths: byHand };
  await plan(repository, from, commit);
  try {
    await repository.git(['update-ref', repository.main, commit, from]);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    await unplan(repository);
    return { stopped: 'moved', paths: [] };
  }
  return { commit, left: await follow(repository) };
}
