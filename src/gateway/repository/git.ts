/** Git by its plumbing: objects and refs, never a working tree. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Ran, Run } from './git-runner.ts';

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
const FIXED = [
  'core.hooksPath=/dev/null',
  'core.quotePath=false',
  'gc.auto=0',
  'commit.gpgSign=false',
  'core.filesRefLockTimeout=2000',
  'core.packedRefsTimeout=2000',
];

/** How git reaches a remote is the operator's to say. */
const REACHES = /^GIT_(SSH|ASKPASS|SSL|HTTP|PROXY)/;

/** The environment without what would lead git to another repository, or to other names, than it is told. */
const surroundings = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || REACHES.test(name)));

const waiting = new Map<number, PromiseWithResolvers<Ran>>();
let runner: ChildProcess | undefined;
let last = 0;

/** The process that runs git; it ends with this one, and keeps it from ending only while something is asked. */
function startRunner(): ChildProcess {
  const started = fork(new URL('./git-runner.ts', import.meta.url), {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  started.on('message', (ran: Ran) => {
    waiting.get(ran.id)?.resolve(ran);
    waiting.delete(ran.id);
    if (waiting.size === 0) started.channel?.unref();
  });
  // One that has ended is started again by the next question.
  started.once('exit', () => {
    runner = undefined;
    for (const asked of waiting.values()) asked.reject(new Error('The process that runs git has ended.'));
    waiting.clear();
  });
  started.unref();
  return started;
}

function run(asked: Omit<Run, 'id'>): Promise<Ran> {
  runner ??= startRunner();
  const id = ++last;
  const answer = Promise.withResolvers<Ran>();
  waiting.set(id, answer);
  runner.channel?.ref();
  runner.send({ id, ...asked } satisfies Run);
  return answer.promise;
}

/** Runs git from here: with what comes from elsewhere as its input, however much that is, or to be ended early. */
async function runHere(
  { args, env }: Pick<Run, 'args' | 'env'>,
  input: NonNullable<GitOptions['input']>,
  signal?: AbortSignal,
): Promise<Ran> {
  const child = spawn('git', args, { stdio: 'pipe', env, ...(signal && { signal }) });
  const [output, said]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const closed = once(child, 'close') as Promise<[number | null]>;
  let broken: unknown;
  // What breaks off is no input: git would store the part that has come.
  const whole = async function* (bytes: Readable) {
    try {
      yield* bytes;
    } catch (error) {
      broken = error;
      child.kill('SIGKILL');
      throw error;
    }
  };
  const fed = isText(input)
    ? void child.stdin.on('error', () => undefined).end(input)
    : pipeline(whole(input), child.stdin);
  const [[code], fault] = await Promise.all([closed, Promise.resolve(fed).catch((error: unknown) => error)]);
  if (broken) throw broken;
  if (code === 0 && fault) throw fault;
  return { id: 0, code, output: Buffer.concat(output), said: Buffer.concat(said).toString('utf8') };
}

const isText = (input: NonNullable<GitOptions['input']>): input is string | Buffer =>
  typeof input === 'string' || Buffer.isBuffer(input);

/** Git in a folder. */
export function gitIn(folder: string): Git {
  const fixed = ['-C', folder, ...FIXED.flatMap((setting) => ['-c', setting])];
  return async (args, { input = '', env: more = {}, answers = [], signal } = {}) => {
    const env = { ...surroundings(), LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', ...more };
    const asked = { args: [...fixed, ...args], env };
    const ran = isText(input) && !signal ? await run({ ...asked, input }) : await runHere(asked, input, signal);
    if ('failed' in ran) throw Object.assign(new Error(ran.failed), { code: ran.reason });
    if (ran.code !== 0 && !answers.includes(ran.code ?? -1)) throw new GitError(ran.code ?? -1, ran.said.trim());
    return Buffer.from(ran.output.buffer, ran.output.byteOffset, ran.output.byteLength);
  };
}

/** What git said in one line. */
export const lineOf = (output: Buffer): string => output.toString('utf8').trim();

/** The records of an answer to `-z`. */
export const recordsOf = (output: Buffer): string[] => output.toString('utf8').split('\0').filter(Boolean);
