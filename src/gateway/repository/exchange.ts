/** One exchange with the remote: what has come there is taken in, what was published here is offered. Nothing is forced. */
import { isAncestor } from './follow.ts';
import { type Git, GitError, lineOf } from './git.ts';
import { commitTree, type Person } from './objects.ts';
import { bring, mergedTree } from './publish.ts';
import { type Remote, RemoteAway } from './remote.ts';
import { published, type Repository } from './repository.ts';
import { strangeChanges } from './strange.ts';

/** Why the two are not the same now. What is published here is as it was, and so is the remote. */
export type Trouble =
  /** It does not answer, or does not let in. */
  | { kind: 'away'; said: string }
  /** It does not take what was published here. */
  | { kind: 'refused'; said: string }
  /** Both have changed the same places. */
  | { kind: 'diverged'; ours: string; theirs: string; paths: string[] }
  /** What both once had is not in the remote's history any more, or the branch is gone. */
  | { kind: 'rewritten'; ours: string; theirs: string | undefined }
  /** Somebody is changing the same files in the working tree. */
  | { kind: 'by-hand'; theirs: string; paths: string[] }
  /** It brings what the service does not take by itself: its own program, or what is no ordinary file. */
  | { kind: 'strange'; theirs: string; paths: string[] };

export interface Exchanging {
  repository: Repository;
  remote: Remote;
  /** Who makes a merge of both. */
  who: Person;
  text: string;
  /** Where content lies, each with a slash at its end, where anything else is not taken; all is where absent. */
  only: readonly string[] | undefined;
}

/** How often somebody may be quicker. */
const TRIES = 4;

/** Exchanges. @returns nothing where both are the same then */
export async function exchange(exchanging: Exchanging): Promise<Trouble | undefined> {
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      const outcome = await once(exchanging);
      if (outcome !== 'again') return outcome;
    }
    return { kind: 'refused', said: '' };
  } catch (error) {
    if (error instanceof RemoteAway) return { kind: 'away', said: error.message };
    throw error;
  }
}

async function once(exchanging: Exchanging): Promise<Trouble | 'again' | undefined> {
  const { repository, remote } = exchanging;
  const { git } = repository;
  const tip = await remote.tip();
  const theirs = tip === undefined || (await hasCommit(git, tip)) ? tip : await remote.fetch();
  const trouble = await repository.alone(() => takeIn(exchanging, theirs));
  if (trouble) return trouble;
  const ours = await published(repository);
  if (ours !== theirs) {
    const pushed = await remote.push(ours);
    if (pushed === 'behind') return 'again';
    if (pushed !== 'pushed') return { kind: 'refused', said: pushed.said };
  }
  await git(['update-ref', agreedOn(remote), ours]);
  return undefined;
}

/** Leads to the last commit that both had. */
const agreedOn = ({ id }: Remote): string => `refs/polinet/agreed/${id}`;

/** Brings the published branch to where it has all that the remote has. */
async function takeIn(exchanging: Exchanging, theirs: string | undefined): Promise<Trouble | 'again' | undefined> {
  const { repository, remote, who, text } = exchanging;
  const { git } = repository;
  const ours = await published(repository);
  if (ours === theirs) return undefined;
  const agreed = lineOf(await git(['rev-parse', '-q', '--verify', agreedOn(remote)], { answers: [1] }));
  // What somebody has taken out of the history there on purpose is neither merged nor offered again.
  if (agreed !== '' && (theirs === undefined || !(await isAncestor(git, agreed, theirs))))
    return { kind: 'rewritten', ours, theirs };
  if (theirs === undefined || (await isAncestor(git, theirs, ours))) return undefined;
  if (await isAncestor(git, ours, theirs)) return move(exchanging, ours, theirs, theirs);
  if (lineOf(await git(['merge-base', ours, theirs], { answers: [1] })) === '')
    return { kind: 'diverged', ours, theirs, paths: [] };
  const merged = await mergedTree(repository, ours, theirs);
  if (typeof merged !== 'string') return { kind: 'diverged', ours, theirs, paths: merged.paths };
  return move(exchanging, ours, await commitTree(git, merged, [ours, theirs], who, `${text}\n`), theirs);
}

/** Makes a commit the published one, and the working tree follows. */
async function move(
  { repository, only }: Exchanging,
  from: string,
  to: string,
  theirs: string,
): Promise<Trouble | 'again' | undefined> {
  const { paths, strange } = await strangeChanges(repository.git, from, to, only);
  if (strange.length > 0) return { kind: 'strange', theirs, paths: strange };
  const outcome = await bring(repository, from, to, paths);
  if (!('stopped' in outcome)) return undefined;
  return outcome.stopped === 'by-hand' ? { kind: 'by-hand', theirs, paths: outcome.paths } : 'again';
}

async function hasCommit(git: Git, commit: string): Promise<boolean> {
  try {
    await git(['cat-file', '-e', `${commit}^{commit}`]);
    return true;
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
}
