/** A git repository with the shipped sources, both of them editable. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MadeRepository, makeRepository } from '../repository.ts';
import type { Files } from '../sources.ts';
import type { Published } from './walk.ts';

/** As the editor is told of them. */
export const sources = [
  { path: 'content', label: 'POLI-NET' },
  { path: 'examples/demo', label: 'Dati dimostrativi' },
];

/** Makes it. The demonstration is not to be edited otherwise. */
export async function shippedRepository(): Promise<MadeRepository> {
  const files: Files = {};
  for (const { path: source } of sources)
    for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile()) files[path] = readFileSync(path);
    }
  const settings = 'examples/demo/source.yaml';
  files[settings] = String(files[settings]).replace('editable: false', 'editable: true');
  return makeRepository(files);
}

/** The files of what is published, by path. */
export function publishedIn({ git }: MadeRepository): Map<string, Published> {
  const lines = git('ls-tree', '-r', '-z', 'main').split('\0').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const [, blob = '', path = ''] = /^\S+ \S+ (\S+)\t(.*)$/s.exec(line) ?? [];
      return [path, { blob, text: git('cat-file', 'blob', blob) }];
    }),
  );
}

/**
 * Takes the draft of an entry away: the editor slows down where there are hundreds of them.
 *
 * @returns the files that it changes, by path, and how many commits it has
 */
export function takeDraft({ git }: MadeRepository, entryPath: string): { files: Map<string, string>; commits: number } {
  const refs = git('for-each-ref', '--format=%(refname)', 'refs/heads/cms/').split('\n').filter(Boolean);
  for (const ref of refs) {
    const paths = git('diff-tree', '-r', '-z', '--name-only', 'main', ref).split('\0').filter(Boolean);
    if (!paths.includes(entryPath)) continue;
    const files = new Map(paths.map((path) => [path, git('show', `${ref}:${path}`)]));
    const commits = Number(git('rev-list', '--count', ref, '--not', 'main'));
    git('update-ref', '-d', ref);
    return { files, commits };
  }
  throw new Error('There is no draft.');
}
