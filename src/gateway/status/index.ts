/** How the site is: what is waiting, what is being built, what went wrong, what is being written. */
import type { BuildReport, Context } from '../context.ts';
import type { MirrorState } from '../mirror.ts';
import type { NoRepository, Repository } from '../repository/repository.ts';
import { type DraftLine, draftLines } from './drafts.ts';
import { type CommitLine, commitLine, type Waiting, waitingIn } from './waiting.ts';

export interface Status {
  /** When this was so, in milliseconds since 1970. */
  at: number;
  /** Since when a build is under way. */
  building: number | undefined;
  report: BuildReport | undefined;
  lastGood: BuildReport | undefined;
  /** What there is of a repository, or why there is none. */
  editing: { waiting: Waiting[]; drafts: DraftLine[] } | NoRepository;
  remote: RemoteStatus | undefined;
}

/** How things stand with the remote, with the last commit here and there where they do not go together. */
export interface RemoteStatus extends MirrorState {
  ours: CommitLine | undefined;
  theirs: CommitLine | undefined;
}

export async function statusOf(context: Context): Promise<Status> {
  const { repository, building, report, lastGood, mirror, now } = context;
  const hasRepository = typeof repository === 'object';
  return {
    at: now(),
    building,
    report,
    lastGood,
    editing: hasRepository
      ? { waiting: await waitingIn(repository), drafts: await draftLines(context, repository) }
      : repository,
    remote: mirror && hasRepository ? await remoteStatus(repository, mirror.state()) : undefined,
  };
}

async function remoteStatus(repository: Repository, state: MirrorState): Promise<RemoteStatus> {
  const { trouble } = state;
  const line = (commit: string | undefined) => (commit ? commitLine(repository, commit) : undefined);
  return {
    ...state,
    ours: await line(trouble && 'ours' in trouble ? trouble.ours : undefined),
    theirs: await line(trouble && 'theirs' in trouble ? trouble.theirs : undefined),
  };
}
