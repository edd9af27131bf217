/** One build at a time in one checkout: the site's program is built in a single folder of the project. */
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const path = join(import.meta.dirname, '..', '.astro', 'build.lock');
/** How often it is tried again, in milliseconds. */
const PAUSE = 200;
/** How often the holder says that it is at work, and how long after its last word it is taken for dead. */
const BEAT = 5_000;
const STALE = 60_000;

/** True while this process itself holds the lock. */
let held = false;

/** True when a process with that id runs. */
function runs(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

/** True when whoever took the lock is gone: killed, or silent for long. */
function isStale(): boolean {
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > STALE) return true;
  if (age < PAUSE) return false;
  try {
    const holder = Number(readFileSync(path, 'utf8'));
    return holder === process.pid ? !held : !runs(holder);
  } catch {
    return false;
  }
}

function take(): boolean {
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    held = true;
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
    if (isStale()) rmSync(path, { force: true });
    return false;
  }
}

/**
 * Does some work while no other build of this checkout runs.
 *
 * @param wait is told once when another build has to be waited for
 */
export async function alone<Result>(work: () => Promise<Result>, wait: () => void): Promise<Result> {
  for (let tries = 0; !take(); tries++) {
    if (tries === 2) wait();
    await sleep(PAUSE);
  }
  const beat = setInterval(() => utimesSync(path, new Date(), new Date()), BEAT);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    held = false;
    rmSync(path, { force: true });
  }
}
