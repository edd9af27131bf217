/** A git repository with editable content, made for a test. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { openRepository, type Repository } from '../../src/gateway/repository/repository.ts';
import { type Files, temporaryFolder, writeFiles } from './sources.ts';

export interface MadeRepository {
  /** Absolute folder of the working tree. */
  path: string;
  repository: Repository;
  /** Runs git as somebody at a terminal would. @returns what it prints */
  git(...args: string[]): string;
  /** What `git status` says of files that are not as they were committed; empty where all are. */
  status(): string;
  remove(): void;
}

const SOURCE = { 'content/source.yaml': 'label: Rete\neditable: true\n' };

/** A repository with one commit. @param files by path from its root */
export async function makeRepository(files: Files = {}): Promise<MadeRepository> {
  const { path, remove } = temporaryFolder();
  const git = (...args: string[]) => execFileSync('git', ['-C', path, ...args], { encoding: 'utf8' });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Chi gestisce');
  git('config', 'user.email', 'gestione@example.org');
  writeFiles(path, { ...SOURCE, ...files });
  git('add', '-A');
  git('commit', '-q', '-m', 'Content');
  const repository = await openRepository([join(path, 'content')]);
  if (typeof repository === 'string') throw new Error(repository);
  return { path, repository, git, status: () => git('status', '--porcelain'), remove };
}
