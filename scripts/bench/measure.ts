/** Running a command, and taking its time and memory. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { UsageError } from '../command.ts';

/** What a command took. */
export interface Taken {
  /** Wall time of the whole process, in seconds. */
  seconds: number;
  /** The peaks of the process and its descendants together, in bytes; absent off Linux. */
  peak?: number | undefined;
}

/** How often memory is looked at, in milliseconds. */
export const SAMPLING = 400;

/** How many lines of a failed command are shown. */
const TAIL = 20;

/** A command that failed, or did not do what it was run for: the message says which, and how its output ended. */
export class CommandFailed extends UsageError {}

export interface Place {
  cwd: string;
  /** Added to this process's own variables. */
  env?: Record<string, string> | undefined;
}

/**
 * Runs a command to its end. It is ended with this process if that ends first.
 *
 * @throws CommandFailed where it cannot start or does not exit with 0
 */
export async function run([file, ...args]: readonly [string, ...string[]], { cwd, env }: Place): Promise<Taken> {
  const start = performance.now();
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => child.kill();
  process.once('exit', end);
  const memory = watchMemory(child.pid);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk));
  try {
    const code = await new Promise<number | string | null>((resolve) => {
      child.once('error', ({ message }) => resolve(message));
      child.once('close', (exit, signal) => resolve(exit ?? signal));
    });
    const seconds = (performance.now() - start) / 1000;
    if (code === 0) return { seconds, peak: memory.peak() };
    const tail = output.trimEnd().split('\n').slice(-TAIL).join('\n');
    throw new CommandFailed(`${[file, ...args].join(' ')} failed (${code}) in ${cwd}:\n${tail}`);
  } finally {
    memory.stop();
    process.off('exit', end);
  }
}

function watchMemory(root: number | undefined) {
  const peaks = new Map<number, number>();
  const look = () => root !== undefined && notePeaks(root, peaks);
  const timer = process.platform === 'linux' ? setInterval(look, SAMPLING) : undefined;
  const peak = () => (peaks.size > 0 ? [...peaks.values()].reduce((sum, bytes) => sum + bytes, 0) : undefined);
  return { peak, stop: () => clearInterval(timer) };
}

/** Notes how much memory a process and its descendants have had at most, in bytes (proc_pid_status(5)). */
function notePeaks(pid: number, peaks: Map<number, number>): void {
  try {
    const own = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    if (own) peaks.set(pid, Number(own) * 1024);
    for (const child of childrenOf(pid)) notePeaks(child, peaks);
  } catch {
    // It has ended; what it had is noted.
  }
}

/** The children that any thread of a process started (proc_tid_children(5)). */
const childrenOf = (pid: number): number[] =>
  readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    (readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').match(/\d+/g) ?? []).map(Number),
  );
