/** Builds for a gateway: each in a process of its own, one at a time. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { BuildReport } from '#gateway';
import type { Told } from './build-child.ts';

/** What `npm start` serves where nothing is said. */
export const START_SOURCES = 'content:examples/demo';

/**
 * Builds the site once.
 *
 * @param print where progress goes, a line each time
 */
export function buildApart(print: (text: string) => void): Promise<BuildReport> {
  const start = performance.now();
  return new Promise((resolve) => {
    let report: Pick<BuildReport, 'result' | 'diagnostics' | 'reason'> = { result: 'failed', diagnostics: [] };
    const child = fork(join(import.meta.dirname, 'build-child.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.on('message', (told: Told) => {
      if ('line' in told) print(told.line);
      else if ('failed' in told) report = { result: 'failed', diagnostics: [], reason: told.failed };
      else report = { result: told.published ? 'published' : 'refused', diagnostics: told.diagnostics };
    });
    child.once('close', (code, signal) => {
      const ended = report.result === 'failed' && !report.reason ? { ...report, reason: `${signal ?? code}` } : report;
      resolve({ ...ended, at: Date.now(), seconds: (performance.now() - start) / 1000 });
    });
  });
}
