/** Publishing: a merge by who publishes it, and the working tree follows. */
import { changesOf, type Draft } from './drafts.ts';
import { changedByHand, follow, plan, unplan } from './follow.ts';
import { type Changes, changedTree, commitTree, merged, type Person } from './objects.ts';
import { moved } from './refs.ts';
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
    return bring(repository, from, commit, [...changes.keys()], draft);
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
  const common = await git(['merge-base', ours, theirs], { answers: [1] });
  if (common.length === 0) return { stopped: 'merge', paths: [] };
  const { tree, conflicts } = await merged(git, ours, theirs);
  return conflicts.length > 0 ? { stopped: 'merge', paths: conflicts } : tree;
}

/**
 * Makes a commit the published one, where what it changes is in the working tree as it was committed.
 *
 * @param draft what ends with it
 */
export async function bring(
  repository: Repository,
  from: string,
  commit: string,
  paths: readonly string[],
  draft?: Draft,
): Promise<Published | NotPublished> {
  // One before, whose files found no room, comes first.
  await follow(repository);
  const byHand = await changedByHand(repository, from, paths);
  if (byHand.length > 0) return { stopped: 'by-hand', paths: byHand };
  let isMoved = false;
  try {
    await plan(repository, from, commit, draft);
    isMoved = await moved(repository.git, repository.main, commit, from);
  } finally {
    if (!isMoved) await unplan(repository);
  }
  if (!isMoved) return { stopped: 'moved', paths: [] };
  // It is published by now: files that find no room follow before the next publication, or at the next start.
  return { commit, left: await follow(repository).catch(() => [...paths]) };
}
