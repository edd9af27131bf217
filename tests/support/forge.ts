/** A bare repository on disk that a made one is exchanged with, and somebody who works there. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MadeRepository } from './repository.ts';
import { type Files, temporaryFolder, writeFiles } from './sources.ts';

export interface Forge {
  /** Absolute folder of the bare repository. */
  path: string;
  /** Runs git in it. @returns what it prints */
  git(...args: string[]): string;
  /** Merges a pull request: a branch with these files, by somebody else. @returns the merge */
  merge(files: Files): string;
  /** Runs a shell script whenever something is pushed, before it is taken. */
  onPush(script: string): void;
  remove(): void;
}

/** Makes it, with all that the repository has. */
export function makeForge(made: Pick<MadeRepository, 'path'>): Forge {
  const { path: folder, remove } = temporaryFolder();
  const path = join(folder, 'forge.git');
  execFileSync('git', ['clone', '-q', '--bare', made.path, path]);
  const git = (...args: string[]) => execFileSync('git', ['-C', path, ...args], { encoding: 'utf8', stdio: 'pipe' });
  let number = 0;
  return {
    path,
    git,
    merge(files) {
      const clone = join(folder, `clone-${number++}`);
      execFileSync('git', ['clone', '-q', path, clone]);
      const at = (...args: string[]) =>
        execFileSync('git', [
          '-C',
          clone,
          '-c',
          'user.name=Fabio Verdi',
          '-c',
          'user.email=fabio@ente.example',
          ...args,
        ]);
      at('checkout', '-q', '-b', 'proposta');
      writeFiles(clone, files);
      at('add', '-A');
      at('commit', '-qm', 'Propone');
      at('checkout', '-q', 'main');
      at('merge', '-q', '--no-ff', '-m', 'Merge pull request #1', 'proposta');
      at('push', '-q', 'origin', 'main');
      return git('rev-parse', 'main').trim();
    },
    onPush(script) {
      writeFileSync(join(path, 'hooks/pre-receive'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    },
    remove,
  };
}
