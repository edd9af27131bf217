/** Small editions to be published, and what is found of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Finished, Source } from '../../scripts/publish.ts';
import { writeFiles } from './sources.ts';

/** Texts by path. */
export type Edition = Record<string, string>;
export type Editions = Record<string, Edition>;

/**
 * Editions as builds hand them over: pages as bytes, what is no page as a file.
 *
 * @param folder where such files are made
 * @param kept pages of the edition published before that stay, by edition
 */
export function finishedIn(folder: string, editions: Editions, kept: Record<string, string[]> = {}) {
  const source = (id: string, path: string, text: string): Source => {
    if (path.endsWith('.html')) return Buffer.from(text);
    const file = join(id, path, `${Buffer.from(text).toString('hex')}.txt`);
    writeFiles(folder, { [file]: text });
    return join(folder, file);
  };
  return new Map<string, Finished>(
    Object.entries(editions).map(([id, files]) => {
      const fresh = Object.entries(files).filter(([path]) => !kept[id]?.includes(path));
      const sources = fresh.map(([path, text]) => [path, source(id, path, text)] as const);
      return [id, { files: new Map(sources), kept: kept[id] ?? [] }];
    }),
  );
}

/** What stands in the place of a text for a folder with nothing in it. */
export const EMPTY = 'an empty folder';

/** All files below a folder, and folders without any. */
export function contentOf(folder: string): Edition {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => ({
    path: join(entry.parentPath, entry.name),
    isFolder: entry.isDirectory(),
  }));
  const empty = entries.filter(({ path, isFolder }) => isFolder && readdirSync(path).length === 0);
  return Object.fromEntries([
    ...entries
      .filter(({ isFolder }) => !isFolder)
      .map(({ path }) => [relative(folder, path), readFileSync(path, 'utf8')]),
    ...empty.map(({ path }) => [relative(folder, path), EMPTY]),
  ]);
}

/** What is found in a folder of editions, but for what is being published. */
export const servedIn = (dist: string): Edition =>
  Object.fromEntries(Object.entries(contentOf(dist)).filter(([path]) => !/^\.next\b/.test(path)));

/** Editions as their folder would hold them. */
export const flat = (editions: Editions): Edition =>
  Object.fromEntries(
    Object.entries(editions).flatMap(([id, files]) =>
      Object.entries(files).map(([path, text]) => [`${id}/${path}`, text]),
    ),
  );

/** True when two have the same files with the same texts. */
export const isEqual = (one: Edition, other: Edition): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
