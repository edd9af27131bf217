/** How a compiled edition reaches Astro: as two files, which hold nothing that the edition may not show. */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EditionId } from '#model';
import type { Edition } from './compile.ts';

/** An edition without its texts: all that is needed to know which pages there are. */
export type EditionIndex = Omit<Edition, 'bodies'>;

/** The cache folder that Astro is given for an edition; what the edition was compiled to lies beside it. */
export const astroCache = (state: string, id: EditionId): string => join(state, 'cache', id, 'astro');

const indexBeside = (cache: string) => join(dirname(cache), 'edition.json');
const bodiesBeside = (cache: string) => join(dirname(cache), 'bodies.json');

/** Writes a compiled edition where Astro's loader and pages will read it. */
export function writeEdition({ bodies, ...index }: Edition, state: string): void {
  const cache = astroCache(state, index.id);
  mkdirSync(dirname(cache), { recursive: true });
  writeWhole(bodiesBeside(cache), bodies);
  writeWhole(indexBeside(cache), index);
}

function writeWhole(path: string, value: unknown): void {
  writeFileSync(`${path}.new`, JSON.stringify(value));
  renameSync(`${path}.new`, path);
}

/** A file's value, read again only when the file has changed; `undefined` where there is none. */
function reader<Value>(): (path: string) => Value | undefined {
  let last: { path: string; time: number; value: Value } | undefined;
  return (path) => {
    const time = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (time === undefined) return undefined;
    if (last?.path !== path || last.time !== time)
      last = { path, time, value: JSON.parse(readFileSync(path, 'utf8')) as Value };
    return last.value;
  };
}

const readIndex = reader<EditionIndex>();
/** The texts of an edition, by reference, from the path that `readEdition` gives. */
export const readBodies = reader<Edition['bodies']>();

/**
 * The edition last written beside Astro's cache folder, and where its texts are.
 *
 * @param cacheDir as Astro's configuration has it
 */
export function readEdition(cacheDir: URL): { index: EditionIndex; bodies: string } | undefined {
  const cache = fileURLToPath(cacheDir).replace(/[\\/]$/, '');
  const index = readIndex(indexBeside(cache));
  return index && { index, bodies: bodiesBeside(cache) };
}
