/** How a compiled edition reaches Astro: as one file, which holds nothing that the edition may not show. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EditionId } from '#model';
import type { Edition } from './compile.ts';

/** The cache folder that Astro is given for an edition; what the edition was compiled to lies beside it. */
export const astroCache = (state: string, id: EditionId): string => join(state, 'cache', id, 'astro');

const fileBeside = (cache: string) => join(dirname(cache), 'edition.json');

/** Writes a compiled edition where Astro's loader will read it. */
export function writeEdition(edition: Edition, state: string): void {
  const path = fileBeside(astroCache(state, edition.id));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(edition));
  renameSync(`${path}.new`, path);
}

/**
 * The edition last written beside Astro's cache folder; none where nothing was.
 *
 * @param cacheDir as Astro's configuration has it
 */
export function readEdition(cacheDir: URL): Edition | undefined {
  try {
    return JSON.parse(readFileSync(fileBeside(fileURLToPath(cacheDir).replace(/[\\/]$/, '')), 'utf8')) as Edition;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  }
}
