/** `npm start` over generated content, for as long as something is measured of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { defaultSettings, openStateWith, type Role } from '#gateway';
import { UsageError } from '../command.ts';

const root = join(import.meta.dirname, '..', '..');

/** A site that is served. */
export interface Running {
  url: string;
  process: ChildProcess;
}

/**
 * Builds and serves, once it answers.
 *
 * @param folder where `dist`, `state` and the log go
 * @param heard is told each line as it is printed; where absent the log is written to a file, which costs less
 */
export async function startSite(folder: string, content: string, heard?: (line: string) => void): Promise<Running> {
  const port = await freePort();
  const log = openSync(join(folder, 'ours.log'), 'w');
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.ts')], {
    cwd: root,
    env: {
      ...process.env,
      POLINET_CONTENT: content,
      POLINET_DIST: join(folder, 'dist'),
      POLINET_STATE: join(folder, 'state'),
      HOST: '127.0.0.1',
      PORT: String(port),
    },
    stdio: ['ignore', heard ? 'pipe' : log, log],
  });
  process.once('exit', () => child.kill());
  if (heard && child.stdout) createInterface(child.stdout).on('line', heard);
  const url = `http://127.0.0.1:${port}`;
  await answering(`${url}/healthz`, () => child.exitCode !== null);
  return { url, process: child };
}

/** Waits until something answers. @throws UsageError where it ends before */
export async function answering(url: string, ended: () => boolean): Promise<void> {
  while (!ended()) {
    if (await fetch(url).catch(() => undefined)) return;
    await sleep(100);
  }
  throw new UsageError(`${url} does not answer.`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** A session of somebody, made as an operator's command would. @returns the value of the `cookie` header */
export function sessionIn(folder: string, role: Role): string {
  const state = openStateWith(folder, defaultSettings());
  const now = Date.now();
  const person = { address: 'bench@example.org', name: 'Bench', role, participant: null } as const;
  const account = state.accounts.add({ ...person, granted: 'hand' }, now);
  const id = state.sessions.begin(account.id, 'password', now);
  state.close();
  return `polinet-session=${id}`;
}
