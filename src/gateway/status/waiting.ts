/** What is published in the repository and not on the site yet. */
import { SERVED } from '../building.ts';
import { lineOf } from '../repository/git.ts';
import type { Repository } from '../repository/repository.ts';

/** One publication: by the editor, by hand, or from the remote. */
export interface Waiting {
  who: string;
  /** Milliseconds since 1970. */
  at: number;
  text: string;
  /** The files that it changes, from the root of the repository. */
  paths: string[];
}

/** The longest list that is of use to anybody. */
const MOST = 50;
const FIELDS = ['%an', '%at', '%s'];

/** The publications since the last build that was put in place, the newest first. */
export async function waitingIn({ git, main, sources }: Repository): Promise<Waiting[]> {
  const served = lineOf(await git(['rev-parse', '-q', '--verify', SERVED], { answers: [1] }));
  if (served === '') return [];
  const format = `--format=%x01${FIELDS.join('%x00')}%x00`;
  const shape = ['--first-parent', '--diff-merges=first-parent', '--name-only', '--no-renames', '-z', format];
  const folders = sources.map(({ prefix }) => prefix).filter(Boolean);
  const range = [`${served}..${main}`, `--max-count=${MOST}`, '--', ...folders];
  const output = (await git(['--literal-pathspecs', 'log', ...shape, ...range])).toString('utf8');
  return output
    .split('\x01')
    .slice(1)
    .map((record) => {
      const [who = '', at = '', text = '', ...paths] = record.split('\0');
      return { who, at: Number(at) * 1000, text, paths: paths.map((path) => path.trim()).filter(Boolean) };
    });
}

/** A commit as people know it. */
export interface CommitLine {
  id: string;
  who: string;
  at: number;
  text: string;
}

export async function commitLine({ git }: Repository, commit: string): Promise<CommitLine> {
  const [id = '', who = '', at = '', text = ''] = lineOf(
    await git(['log', '-1', `--format=%h%x00${FIELDS.join('%x00')}`, commit, '--']),
  ).split('\0');
  return { id, who, at: Number(at) * 1000, text };
}
