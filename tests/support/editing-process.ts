/** A gateway in a process of its own, to be measured and killed. Its content, editions and state are its arguments. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultSettings, startGateway } from '#gateway';

export interface EditingProcess {
  /** The address without a slash at its end. */
  origin: string;
  /** What it takes of memory at its most, in bytes. */
  peak(): number;
  /** SIGKILL, to it and every git that it has started. */
  kill(): Promise<void>;
}

const FILE = fileURLToPath(import.meta.url);

/** Starts it. */
export async function startEditing(content: string, dist: string, state: string): Promise<EditingProcess> {
  const child: ChildProcess = spawn(process.execPath, [FILE, content, dist, state], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { pid = 0 } = child;
  let said = '';
  while (!said.includes('\n')) {
    const [chunk] = (await Promise.race([
      once(child.stdout as NodeJS.ReadableStream, 'data'),
      once(child, 'exit'),
    ])) as [unknown];
    if (!Buffer.isBuffer(chunk)) throw new Error('It did not start.');
    said += chunk;
  }
  return {
    origin: said.trim(),
    peak: () => Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024,
    async kill() {
      const ended = once(child, 'exit');
      process.kill(-pid, 'SIGKILL');
      await ended;
    },
  };
}

if (process.argv[1] === FILE) {
  const [content = '', dist = '', state = ''] = process.argv.slice(2);
  const log = { request() {}, warn() {}, error() {}, flush() {} } as unknown as NonNullable<
    Parameters<typeof startGateway>[0]['log']
  >;
  const settings = defaultSettings();
  const gateway = await startGateway({ sources: [content], dist, state, host: '127.0.0.1', port: 0, settings, log });
  console.log(gateway.url.slice(0, -1));
}
