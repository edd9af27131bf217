/** A small process that runs git for a large one: the system copies the page tables of whoever starts a program. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What is to be run. */
export interface Run {
  id: number;
  args: readonly string[];
  input: string | Uint8Array;
  env: NodeJS.ProcessEnv;
}

/** What came of it: how git has ended, or why it could not be started. */
export type Ran =
  | { id: number; code: number | null; output: Uint8Array; said: string }
  | { id: number; failed: string; reason: string | undefined };

async function run({ id, args, input, env }: Run): Promise<Ran> {
  const child = spawn('git', args, { stdio: 'pipe', env });
  const [output, said]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  // Git may end before it has read all: what it then says is the reason.
  child.stdin.on('error', () => undefined).end(input);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return { id, code, output: Buffer.concat(output), said: Buffer.concat(said).toString('utf8') };
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    return { id, failed: message, reason: code };
  }
}

process.on('message', (asked: Run) => {
  void run(asked).then((ran) => process.connected && process.send?.(ran));
});
