/** How a compiled edition reaches Astro: as one file, which holds nothing that the edition may not show. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EditionId } from '#model';
import type { Edition } from './compile.ts';

/** Where an edition's caches are: what it was compiled to, and what Astro keeps of it between builds. */
export const editionCache = (state: string, id: EditionId): string => join(state, 'cache', id);

const fileOf = (state: string, id: EditionId) => join(editionCache(state, id), 'edition.json');

/** Writes a compiled edition where Astro's loader will read it. */
export function writeEdition(edition: Edition, state: string): void {
  mkdirSync(editionCache(state, edition.id), { recursive: true });
  const path = fileOf(state, edition.id);
  writeFileSync(`${path}.new`, JSON.stringify(edition));
  renameSync(`${path}.new`, path);
}

/** The edition last written; none where nothing was. */
export function readEdition(state: string, id: EditionId): Edition | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(state, id), 'utf8')) as Edition;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  }
}
