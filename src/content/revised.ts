/** When files last changed: what calendars and metadata say of it. */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { CollectionId } from '#model';
import type { Entry } from './entries.ts';
import type { Source } from './sources.ts';

/** The collections that calendars and metadata are made of. */
const DATED: readonly CollectionId[] = ['participants', 'minutes', 'trials', 'indicators', 'measurements'];
const histories = new WeakMap<Source, Revised>();

/** When entries of those collections last changed, by reference; git is asked once for all editions of a source. */
export function revisedOf(sources: readonly Source[], entries: readonly Entry[]): Record<string, number> {
  for (const source of sources) histories.set(source, histories.get(source) ?? revisedIn(source.root, DATED));
  const dated = entries.filter(({ collection }) => DATED.includes(collection));
  return Object.fromEntries(dated.map(({ ref, file, source }) => [ref, histories.get(source)?.(file) ?? 0]));
}

/** Seconds since 1970 at which each file of a source last changed. */
type Revised = (file: string) => number;

/**
 * The time of the last commit that changed a file; for a file that no commit holds as it is, the file's own date.
 *
 * @param root a source's folder
 * @param folders those of its folders that are asked for
 */
function revisedIn(root: string, folders: readonly string[]): Revised {
  const committed = new Map<string, number>();
  const log = git(root, [
    'log',
    '--format=%x00%ct',
    '--name-only',
    '--relative',
    '--no-renames',
    '-z',
    '--',
    ...folders,
  ]);
  let time = 0;
  for (const part of log.split('\0')) {
    const name = part.replace(/^\n+/, '');
    if (/^\d+$/.test(name)) time = Number(name);
    else if (name !== '' && !committed.has(name)) committed.set(name, time);
  }
  const changed = git(root, ['ls-files', '--modified', '--others', '-z', '--', ...folders]);
  for (const name of changed.split('\0')) committed.delete(name);
  const ownDate = (file: string) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return (file) => committed.get(file) ?? Math.floor(ownDate(file) / 1000);
}

/** What git prints; nothing where there is no git, or the folder is in no repository. */
function git(cwd: string, parameters: readonly string[]): string {
  try {
    return execFileSync('git', ['-c', 'core.quotePath=false', ...parameters], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 28,
    });
  } catch {
    return '';
  }
}
