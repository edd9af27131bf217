/** Pages that need not be rendered again: those of the edition last published whose key is as it was. */
import { mkdirSync, readFileSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '#config';
import type { EditionId } from '#model';

/** A page as it was published: only the very same file is used again. */
interface Published {
  key: string;
  /** Bytes. */
  size: number;
  /** When it was written, in milliseconds. */
  time: number;
}

/** What the last build of an edition published, and by which version of the program. */
interface Manifest {
  version: string;
  files: Record<string, Published>;
}

/** One build's share in what the next one need not do. */
export interface Unchanged {
  /** Files that stay as they are, by path within the edition. */
  files: ReadonlySet<string>;
  /** Remembers what is now published, for the next build. */
  remember(): void;
}

/**
 * Compares the pages of an edition with those in `config.dist`.
 *
 * @param pages with their files; those without a key are rendered every time
 */
export function unchangedPages(
  config: Config,
  id: EditionId,
  version: string,
  pages: readonly { file: string; key?: string | undefined }[],
): Unchanged {
  const path = join(config.state, 'cache', id, 'published.json');
  const last = readManifest(path, version);
  const stat = (file: string) => statSync(join(config.dist, id, file), { throwIfNoEntry: false });
  const keyed = pages.flatMap(({ file, key }): [file: string, key: string][] =>
    key === undefined ? [] : [[file, key]],
  );
  const same = ([file, key]: [file: string, key: string]) => {
    const known = last[file];
    return known?.key === key && isSame(known, stat(file));
  };
  const remember = () => {
    const files = keyed.flatMap(([file, key]): [string, Published][] => {
      const found = stat(file);
      return found ? [[file, { key, size: found.size, time: found.mtimeMs }]] : [];
    });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify({ version, files: Object.fromEntries(files) } satisfies Manifest));
  };
  return { files: new Set(keyed.filter(same).map(([file]) => file)), remember };
}

const isSame = ({ size, time }: Published, stat: Stats | undefined) => stat?.size === size && stat.mtimeMs === time;

/** The pages last published by the same program; none where there is no such record, or a torn one. */
function readManifest(path: string, version: string): Manifest['files'] {
  try {
    const stored = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    return stored.version === version ? stored.files : {};
  } catch {
    return {};
  }
}
