/** A disk that loses its power, or is full, after any number of changes: to be put in the place of `node:fs`. */
import type { MakeDirectoryOptions, PathLike, RmOptions } from 'node:fs';
import { dirname, join } from 'node:path';

const real = process.getBuiltinModule('node:fs');

/** What every change meets once the power is gone. */
export class PowerCut extends Error {}

type Fault = 'cut' | 'full';

/** How many more changes there can be, and what happens then. */
let left = Number.POSITIVE_INFINITY;
let fault: Fault = 'cut';
let count = 0;

/**
 * Counts a change.
 *
 * @param takes true where it takes room on the disk
 * @param half does the part that is done when the power fails in the middle of it
 */
function change(takes: boolean, half: () => void = () => undefined): void {
  if (left > 0) {
    left--;
    count++;
    return;
  }
  if (fault === 'full' && !takes) return;
  if (left === 0) half();
  left = -1;
  throw fault === 'cut' ? new PowerCut() : Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' });
}

function write(path: string, bytes: Uint8Array): void {
  change(true, () => real.writeFileSync(path, bytes.subarray(0, bytes.length / 2)));
  real.writeFileSync(path, bytes);
}

function makeFolder(path: string, options?: MakeDirectoryOptions): void {
  const above = dirname(path);
  if (options?.recursive && !real.existsSync(above)) makeFolder(above, options);
  if (options?.recursive && real.statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  change(true);
  real.mkdirSync(path, options);
}

function remove(path: string, options: RmOptions = {}): void {
  const folder = options.recursive && real.lstatSync(path, { throwIfNoEntry: false })?.isDirectory();
  if (folder) for (const name of real.readdirSync(path)) remove(join(path, name), options);
  change(false);
  real.rmSync(path, options);
}

/** What is put in the place of `node:fs`: each change by itself, folders by one file after the other. */
export const fs = {
  mkdirSync: (path: PathLike, options?: MakeDirectoryOptions) => makeFolder(String(path), options),
  rmSync: (path: PathLike, options?: RmOptions) => remove(String(path), options),
  rmdirSync(path: PathLike) {
    change(false);
    real.rmdirSync(path);
  },
  renameSync(from: PathLike, to: PathLike) {
    change(false);
    real.renameSync(from, to);
  },
};

/** What is put in the place of `node:fs/promises`: what is begun is over before anything else is. */
export const promises = {
  writeFile: async (path: string, data: string | Uint8Array) =>
    write(path, typeof data === 'string' ? Buffer.from(data) : data),
  copyFile: async (from: string, to: string) => write(to, real.readFileSync(from)),
};

/**
 * Does some work with a disk that has a fault after a number of changes.
 *
 * @returns the error it ended with, and how many changes were made
 */
export async function withFault(kind: Fault, changes: number, work: () => unknown) {
  [left, fault, count] = [changes, kind, 0];
  try {
    await work();
    return { changes: count };
  } catch (error) {
    return { error, changes: count };
  } finally {
    left = Number.POSITIVE_INFINITY;
  }
}
