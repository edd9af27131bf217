/** When the repository is exchanged with its remote: at the start, after each publication, and from time to time. */
import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { messages } from '#i18n';
import type { Log } from './log.ts';
import { exchange, type Trouble } from './repository/exchange.ts';
import { openRemote, withoutSecrets } from './repository/remote.ts';
import type { Repository } from './repository/repository.ts';

/** How things stand with the remote. */
export interface MirrorState {
  /** The remote, as it may be shown. */
  shown: string;
  /** When both were last the same, and when that was last tried; in milliseconds since 1970. */
  same: number | undefined;
  tried: number | undefined;
  /** Why they are not the same. `unknown`: there is no remote of that name. `failed`: see the log. */
  trouble: Trouble | { kind: 'unknown' | 'failed' } | undefined;
}

export interface Mirror {
  state(): MirrorState;
  /** Exchanges, once what is under way is over. */
  now(): Promise<void>;
  /** The same, without anybody waiting for it. */
  soon(): void;
  /** Ends what is under way. */
  close(): Promise<void>;
}

export interface MirrorOptions {
  repository: Repository;
  /** An address, a path, or the name of a remote of the repository. */
  named: string;
  /** Absolute folders of all sources. */
  sources: readonly string[];
  /** The public address: merges are made in its name. */
  url: string;
  log: Log;
  now: () => number;
  /** Absolute folder of the program itself. */
  program?: string;
}

/** In milliseconds. */
const EVERY = 5 * 60_000;
const FIRST_RETRY = 15_000;
const LAST_RETRY = 15 * 60_000;

/** How long it is until the next exchange, in milliseconds, after some that failed in a row. */
export const pauseAfter = (failures: number): number =>
  failures === 0 ? EVERY : Math.min(FIRST_RETRY * 2 ** (failures - 1), LAST_RETRY);

const PROGRAM = resolve(import.meta.dirname, '../..');

/** Begins to exchange: at once, and then until it is closed. Nobody waits for the network. */
export function openMirror({ repository, named, sources, url, log, now, program = PROGRAM }: MirrorOptions): Mirror {
  const closing = new AbortController();
  const state: MirrorState = { shown: withoutSecrets(named), same: undefined, tried: undefined, trouble: undefined };
  const who = { name: 'POLI-NET', address: `polinet@${new URL(url).hostname}` };
  const text = messages('it').gateway.remote.merge;
  const only = contentAlone(repository, sources, program);
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let work: Promise<void> = Promise.resolve();
  let isWaiting = false;

  const attempt = async (): Promise<MirrorState['trouble']> => {
    try {
      const remote = await openRemote(repository, named, closing.signal);
      if (!remote) return { kind: 'unknown' };
      state.shown = remote.shown;
      return await exchange({ repository, remote, who, text, only });
    } catch (error) {
      log.error({ reason: (error as Error).stack }, 'exchange with the remote failed');
      return { kind: 'failed' };
    }
  };
  const run = async () => {
    isWaiting = false;
    if (closing.signal.aborted) return;
    clearTimeout(timer);
    const before = state.trouble;
    const trouble = await attempt();
    if (closing.signal.aborted) return;
    state.tried = now();
    state.trouble = trouble;
    if (!trouble) state.same = state.tried;
    if (trouble && trouble.kind !== before?.kind) log.warn({ remote: state.shown, ...trouble }, 'remote not in step');
    failures = trouble?.kind === 'away' || trouble?.kind === 'refused' ? failures + 1 : 0;
    timer = setTimeout(() => void mirror.now(), pauseAfter(failures)).unref();
  };
  const mirror: Mirror = {
    state: () => ({ ...state }),
    now() {
      if (!isWaiting) {
        isWaiting = true;
        work = work.then(run);
      }
      return work;
    },
    soon: () => void mirror.now(),
    async close() {
      closing.abort();
      clearTimeout(timer);
      await work;
    },
  };
  mirror.soon();
  return mirror;
}

/**
 * Folders of content in the repository, where the program itself lies in it as well: what came by the remote would run
 * with the next build. Nothing where the repository holds content alone.
 */
function contentAlone({ root }: Repository, sources: readonly string[], program: string): string[] | undefined {
  const isOutside = (path: string) => path === '..' || path.startsWith(`..${sep}`);
  if (isOutside(relative(root, realpathSync(program)))) return undefined;
  return sources
    .map((source) => relative(root, realpathSync(source)))
    .filter((path) => !isOutside(path))
    .map((path) => (path === '' ? '' : `${path.split(sep).join('/')}/`));
}
