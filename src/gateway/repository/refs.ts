/** Moving refs: the one step of a change that others see. */
import { type Git, GitError, lineOf } from './git.ts';

/** A ref that is not there. */
export const NO_COMMIT = '0'.repeat(40);

/** Moves a ref from one commit to the next. @returns false where it is no more at the one */
export const moved = (git: Git, ref: string, to: string, from: string): Promise<boolean> =>
  unlessElsewhere(git, ref, from, ['--create-reflog', ref, to, from]);

/** Takes a ref away. @returns false where it is no more at the commit */
export const removed = (git: Git, ref: string, at: string): Promise<boolean> =>
  unlessElsewhere(git, ref, at, ['-d', ref, at]);

/** Somebody who was quicker is an answer; a lock, or a disk without room, is none. */
async function unlessElsewhere(git: Git, ref: string, from: string, args: readonly string[]): Promise<boolean> {
  try {
    await git(['update-ref', ...args]);
    return true;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const now = lineOf(await git(['rev-parse', '-q', '--verify', ref], { answers: [1] })) || NO_COMMIT;
    if (now === from) throw error;
    return false;
  }
}
