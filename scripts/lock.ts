/** One build at a time in one checkout: Astro keeps the pages that it renders in a single folder of the project. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const path = join(import.meta.dirname, '..', '.astro', 'build.lock');
const PAUSE = 200;

/** True when a process with that id runs. */
function runs(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

function take(): boolean {
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = Number(readFileSync(path, { encoding: 'utf8', flag: 'a+' }));
    // A killed build leaves its lock behind.
    if (holder > 0 && !runs(holder)) rmSync(path, { force: true });
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
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
