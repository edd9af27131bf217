/** Builds for a gateway: each in a process of its own, one at a time. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { BuildReport } from '#gateway';
import type { Told } from './build-child.ts';

/** What `npm start` serves where nothing is said. */
export const START_SOURCES = 'content:examples/demo';

/** How long a process waits for its build after it was last said to be near, in milliseconds. */
const PATIENCE = 600_000;

export interface Builds {
  /** Starts the next build's process already: it has loaded its code when there is something to build. */
  prepare(): void;
  /**
   * Builds the site once.
   *
   * @param print where progress goes, a line each time
   */
  build(print: (text: string) => void): Promise<BuildReport>;
  /** Ends a process that waits. */
  close(): void;
}

export function openBuilds(): Builds {
  let waiting: ChildProcess | undefined;
  let patience: NodeJS.Timeout | undefined;
  const take = (): ChildProcess | undefined => {
    clearTimeout(patience);
    const taken = waiting?.connected ? waiting : undefined;
    waiting = undefined;
    return taken;
  };
  const close = () => take()?.disconnect();
  return {
    prepare() {
      clearTimeout(patience);
      if (!waiting?.connected)
        waiting = fork(join(import.meta.dirname, 'build-child.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      patience = setTimeout(close, PATIENCE).unref();
    },
    build(print) {
      this.prepare();
      return buildIn(take() as ChildProcess, print);
    },
    close,
  };
}

/** One build, in a process that waits for it. */
function buildIn(child: ChildProcess, print: (text: string) => void): Promise<BuildReport> {
  const start = performance.now();
  return new Promise((resolve) => {
    const end = (report: Pick<BuildReport, 'result' | 'diagnostics' | 'reason'>) =>
      resolve({ ...report, at: Date.now(), seconds: (performance.now() - start) / 1000 });
    // What is told is done: the process need not have ended as well.
    child.on('message', (told: Told) => {
      if ('line' in told) print(told.line);
      else if ('failed' in told) end({ result: 'failed', diagnostics: [], reason: told.failed });
      else end({ result: told.published ? 'published' : 'refused', diagnostics: told.diagnostics });
    });
    child.once('close', (code, signal) => end({ result: 'failed', diagnostics: [], reason: `${signal ?? code}` }));
    // One that has ended meanwhile is told of by its end.
    child.send('build', () => undefined);
  });
}
