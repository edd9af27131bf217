/** Git by its plumbing: objects and refs, never a working tree. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Git refused: `code` is its exit code, `message` what it said. */
export class GitError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export interface GitOptions {
  /** Standard input. */
  input?: string | Buffer | Readable;
  env?: Record<string, string>;
  /** Exit codes besides 0 that are answers and no faults. */
  answers?: readonly number[];
  /** Ends it before it is done. */
  signal?: AbortSignal;
}

/** Runs git with some arguments. @returns its standard output @throws GitError */
export type Git = (args: readonly string[], options?: GitOptions) => Promise<Buffer>;

/** No program of the repository runs, paths are bytes, nothing is asked for, and no housekeeping in between. */
const FIXED = ['core.hooksPath=/dev/null', 'core.quotePath=false', 'gc.auto=0', 'commit.gpgSign=false'];

/** Git in a folder. */
export function gitIn(folder: string): Git {
  const fixed = ['-C', folder, ...FIXED.flatMap((setting) => ['-c', setting])];
  return async (args, { input = '', env = {}, answers = [], signal } = {}) => {
    const child = spawn('git', [...fixed, ...args], {
      stdio: 'pipe',
      ...(signal && { signal }),
      env: { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', ...env },
    });
    const [output, said]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    const closed = once(child, 'close') as Promise<[number | null]>;
    // Git may end before it has read all: what it then says is the reason.
    const fed =
      typeof input === 'string' || Buffer.isBuffer(input)
        ? void child.stdin.on('error', () => undefined).end(input)
        : pipeline(input, child.stdin);
    const [[code], fault] = await Promise.all([closed, Promise.resolve(fed).catch((error: unknown) => error)]);
    if (code !== 0 && !answers.includes(code ?? -1))
      throw new GitError(code ?? -1, Buffer.concat(said).toString('utf8').trim());
    if (fault) throw fault;
    return Buffer.concat(output);
  };
}

/** What git said in one line. */
export const lineOf = (output: Buffer): string => output.toString('utf8').trim();

/** The records of an answer to `-z`. */
export const recordsOf = (output: Buffer): string[] => output.toString('utf8').split('\0').filter(Boolean);
