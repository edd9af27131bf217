/** What a commit from elsewhere may not bring by itself. */
import { type Git, recordsOf } from './git.ts';

/** Modes of a file that is gone, and of an ordinary one: the working tree is given no other. */
const ORDINARY = new Set(['000000', '100644']);

/**
 * The paths that differ between two commits, and those of them that are not taken without somebody having looked.
 *
 * @param only folders that alone are taken, each with a slash at its end; all where absent
 */
export async function strangeChanges(
  git: Git,
  from: string,
  to: string,
  only: readonly string[] | undefined,
): Promise<{ paths: string[]; strange: string[] }> {
  const records = recordsOf(await git(['diff-tree', '-r', '-z', '--no-renames', '--raw', from, to]));
  const [paths, strange]: [string[], string[]] = [[], []];
  for (let at = 0; at + 1 < records.length; at += 2) {
    const [, mode = ''] = (records[at] ?? '').split(' ');
    const path = records[at + 1] as string;
    paths.push(path);
    const isTaken = ORDINARY.has(mode) && isSafe(path) && (only?.some((folder) => path.startsWith(folder)) ?? true);
    if (!isTaken) strange.push(path);
  }
  return { paths, strange };
}

/** False for a path that leads out of the working tree, or to what git itself keeps there. */
const isSafe = (path: string): boolean =>
  path.split('/').every((name) => !/^(\.|\.\.|\.git|git~1)$/i.test(name) && name !== '');
