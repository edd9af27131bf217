/** After a process was killed: no lock stays, and what was being published is brought to its end. */
import { existsSync } from 'node:fs';
import { readdir, readFile, readlink, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { follow } from './follow.ts';
import { lineOf } from './git.ts';
import type { Repository } from './repository.ts';

/** How often, and after how many milliseconds, a process that is at work is asked for again. */
const TRIES = 20;
const PAUSE = 100;
/** How old a lock is, in milliseconds, that is nobody's, where processes cannot be seen. */
const FORGOTTEN = 600_000;

/** Takes away what a killed process has left, and ends what it had begun. @returns files left as they are */
export async function recover(repository: Repository): Promise<string[]> {
  await unlock(repository);
  return follow(repository);
}

/** Takes locks away that no process holds: git itself leaves them for ever. */
export async function unlock(repository: Repository): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    if (!(await isAtWork(repository))) break;
    if (tries === TRIES - 1) return;
    await sleep(PAUSE);
  }
  for (const lock of await locksOf(repository)) {
    const age = Date.now() - ((await stat(lock).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (seesProcesses || age > FORGOTTEN) await rm(lock, { force: true });
  }
}

const PROCESSES = '/proc';
const seesProcesses = existsSync(join(PROCESSES, 'self', 'cwd'));

/** True while a git is running in the repository: one of a process that was killed goes on alone. */
async function isAtWork({ root, gitFolder }: Repository): Promise<boolean> {
  if (!seesProcesses) return false;
  const own = await Promise.all(
    (await readdir(PROCESSES)).map(async (id) => {
      try {
        if (!/^\d+$/.test(id) || !(await readFile(join(PROCESSES, id, 'comm'), 'utf8')).startsWith('git')) return false;
        const folder = `${await readlink(join(PROCESSES, id, 'cwd'))}/`;
        return folder.startsWith(`${root}/`) || folder.startsWith(`${gitFolder}/`);
      } catch {
        // Over meanwhile, or somebody else's.
        return false;
      }
    }),
  );
  return own.includes(true);
}

/** The locks of what editing changes: the index, the published branch and the drafts. */
async function locksOf({ git, gitFolder }: Repository): Promise<string[]> {
  const common = lineOf(await git(['rev-parse', '--path-format=absolute', '--git-common-dir']));
  const heads = join(common, 'refs', 'heads');
  const refs = await readdir(heads, { recursive: true });
  return [
    ...['index.lock', 'HEAD.lock'].map((name) => join(gitFolder, name)),
    join(common, 'packed-refs.lock'),
    ...refs.filter((name) => name.endsWith('.lock')).map((name) => join(heads, name)),
  ].filter((lock) => existsSync(lock));
}
