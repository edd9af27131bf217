/** All that an attempt must leave as it was. */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Ground } from './ground.ts';

/** What git may change of its own: objects that nothing leads to. */
const LOOSE = /^\.git\/objects(\/|$)/;

/** Every file of a folder with its kind and bytes. */
function filesOf(folder: string, at = ''): string[] {
  return readdirSync(join(folder, at)).flatMap((name) => {
    const path = at === '' ? name : `${at}/${name}`;
    if (LOOSE.test(path)) return [];
    const stat = lstatSync(join(folder, path));
    if (stat.isDirectory()) return [`${path}/`, ...filesOf(folder, path)];
    const bytes = stat.isSymbolicLink() ? readlinkSync(join(folder, path)) : readFileSync(join(folder, path));
    return [`${path} ${stat.mode.toString(8)} ${createHash('sha256').update(bytes).digest('hex')}`];
  });
}

/** What git says; that it says nothing, where it is broken. */
function said(ground: Ground, ...args: string[]): string {
  try {
    return ground.edited.made.git(...args);
  } catch (error) {
    return `broken: ${error}`;
  }
}

/** Refs, index, settings and hooks of git as they lie on the disk, the working tree, and what links lead to. */
export const stateOf = (ground: Ground): string[] => [
  ...filesOf(ground.edited.made.path).filter((line) => !/^\.git\/(logs|refs\/heads\/cms)(\/|$)/.test(line)),
  ...said(ground, 'for-each-ref').split('\n'),
  said(ground, 'rev-parse', 'HEAD^{tree}'),
  said(ground, 'status', '--porcelain', '--ignored'),
  ...filesOf(ground.outside),
];
