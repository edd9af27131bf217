/** Previews for a gateway, in a process of their own that starts when the first is asked for. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Preview, Previewed } from '#gateway';
import type { Asked, Told } from './preview-child.ts';

export interface Previews {
  preview: Preview;
  close(): void;
}

/** After so long without a question the process ends, in milliseconds: it holds the whole content. */
const IDLE = 600_000;

export function openPreviews(): Previews {
  const waiting = new Map<number, PromiseWithResolvers<Previewed>>();
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;
  const start = (): ChildProcess => {
    const started = fork(join(import.meta.dirname, 'preview-child.ts'), {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    started.on('message', (told: Told) => {
      const asked = waiting.get(told.id);
      waiting.delete(told.id);
      if ('failed' in told) asked?.reject(new Error(told.failed));
      else asked?.resolve(told.previewed);
    });
    // One that has ended is started again by the next question.
    started.once('close', (code, signal) => {
      if (child === started) child = undefined;
      for (const asked of waiting.values()) asked.reject(new Error(`The previews have ended: ${signal ?? code}.`));
      waiting.clear();
    });
    return started;
  };
  return {
    preview(asked) {
      child ??= start();
      clearTimeout(idle);
      idle = setTimeout(() => child?.disconnect(), IDLE).unref();
      const answer = Promise.withResolvers<Previewed>();
      const id = ++last;
      waiting.set(id, answer);
      child.send({ id, ...asked } satisfies Asked);
      return answer.promise;
    },
    close() {
      clearTimeout(idle);
      if (child?.connected) child.disconnect();
    },
  };
}
