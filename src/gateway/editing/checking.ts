/** What the build would say of a change, before it is saved: the same rules, over the whole content. */
import { Worker } from 'node:worker_threads';
import type { Diagnostic, Overlay } from '#content';
import type { Asked, Told } from './check-worker.ts';

export interface Checker {
  /** The errors that a change brings, and the warnings in what it changes. */
  check(overlay: Overlay): Promise<Diagnostic[]>;
  close(): Promise<void>;
}

/**
 * A checker that starts when it is first asked.
 *
 * @param sources absolute folders of all sources
 */
export function openChecker(sources: readonly string[]): Checker {
  const waiting = new Map<number, PromiseWithResolvers<Diagnostic[]>>();
  let worker: Worker | undefined;
  let last = 0;
  const start = (): Worker => {
    const started = new Worker(new URL('./check-worker.ts', import.meta.url), { workerData: { sources } });
    started.unref();
    started.on('message', (told: Told) => {
      const asked = waiting.get(told.id);
      waiting.delete(told.id);
      if ('failed' in told) asked?.reject(new Error(told.failed));
      else asked?.resolve(told.diagnostics);
    });
    // One that has ended is started again by the next question.
    started.on('error', (error) => end(error as Error));
    started.on('exit', () => end(new Error('The checker has ended.')));
    return started;
  };
  const end = (reason: Error) => {
    worker = undefined;
    for (const asked of waiting.values()) asked.reject(reason);
    waiting.clear();
  };
  return {
    check(overlay) {
      worker ??= start();
      const asked = Promise.withResolvers<Diagnostic[]>();
      const id = ++last;
      waiting.set(id, asked);
      worker.postMessage({ id, overlay } satisfies Asked);
      return asked.promise;
    },
    async close() {
      await worker?.terminate();
    },
  };
}
