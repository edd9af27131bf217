/** `npm start` in a process of its own, to be killed at any moment. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface StartOptions {
  content: string;
  dist: string;
  state: string;
  /** What the content's repository is exchanged with. */
  remote?: string;
}

export interface Started {
  /** The address without a slash at its end; empty until it serves. */
  readonly origin: string;
  /** The link that makes the first coordinator; nothing where it printed none. */
  readonly setupUrl: string | undefined;
  /** All that it has printed, but for the log of requests. */
  output(): string;
  /** Waits until it has printed a text, or has ended; the text counts once, and what comes before it no more. */
  until(text: string): Promise<boolean>;
  /** Waits until it serves. @throws where it ends before */
  serving(): Promise<void>;
  /** Waits until a build has begun in a process that was not there before. */
  building(): Promise<void>;
  /** SIGKILL, to the process itself. */
  kill(): Promise<void>;
  /** SIGKILL, to the build that it has under way, if it has. */
  killBuild(): void;
}

/** Notes the id of each process that is forked: builds are. In the alphabet of `NODE_OPTIONS`. */
const NOTES_FORKS = `data:text/javascript,${encodeURIComponent(
  "import { writeFileSync } from 'node:fs'; if (process.send) writeFileSync(process.env.BUILD_ID, String(process.pid));",
)}`;

/** Starts the site on a free port of loopback. */
export function start({ content, dist, state, remote }: StartOptions): Started {
  const idFile = `${state}.build-id`;
  rmSync(idFile, { force: true });
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../scripts/start.ts')], {
    env: {
      PATH: process.env.PATH ?? '',
      POLINET_CONTENT: content,
      POLINET_DIST: dist,
      POLINET_STATE: state,
      ...(remote && { POLINET_REMOTE: remote }),
      PORT: '0',
      BUILD_ID: idFile,
      NODE_OPTIONS: `--import=${NOTES_FORKS}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  let [output, seen] = ['', 0];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  let build: string | undefined;
  const lastBuild = () => (existsSync(idFile) ? readFileSync(idFile, 'utf8') : '') || undefined;

  const started: Started = {
    get origin() {
      return /POLI-NET è pronto: (\S+)\/$/m.exec(output)?.[1] ?? '';
    },
    get setupUrl() {
      return /^ {2}(http\S+\/accesso\/avvio\/\S+)$/m.exec(output)?.[1];
    },
    output: () => output.replace(/^\{"level":30,.*\n/gm, ''),
    async until(text) {
      while (!output.slice(seen).includes(text) && !isOver()) await sleep(2);
      const at = output.indexOf(text, seen);
      if (at < 0) return false;
      seen = at + text.length;
      return true;
    },
    async serving() {
      if (!(await started.until('Per fermare il servizio'))) throw new Error(`It did not start:\n${output}`);
      build = lastBuild();
    },
    async building() {
      const before = build;
      while ((lastBuild() ?? before) === before && !isOver()) await sleep(2);
      build = lastBuild();
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    killBuild: () => killById(lastBuild(), child),
  };
  return started;
}

/** Kills a build of a process, unless it is over. */
function killById(id: string | undefined, { pid }: ChildProcess): void {
  if (id === undefined || Number(id) === pid) return;
  try {
    process.kill(Number(id), 'SIGKILL');
  } catch (error) {
    if ((error as { code?: string }).code !== 'ESRCH') throw error;
  }
}
