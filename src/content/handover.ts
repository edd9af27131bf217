/** How a compiled edition reaches Astro: as two files, which hold nothing that the edition may not show. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EditionId } from '#model';
import type { Edition, EditionEntry } from './compile.ts';

/** What lists, links and addresses need of an entry. `digest` stands for all the rest. */
export interface EntryHead extends Pick<EditionEntry, 'link' | 'id' | 'collection' | 'facets' | 'order'> {
  digest: string;
}

/** An edition with heads in place of entries: all that is needed to know which pages there are. */
export interface EditionIndex extends Omit<Edition, 'entries'> {
  heads: EntryHead[];
}

/** The cache folder that Astro is given for an edition; what the edition was compiled to lies beside it. */
export const astroCache = (state: string, id: EditionId): string => join(state, 'cache', id, 'astro');

const indexBeside = (cache: string) => join(dirname(cache), 'edition.json');
const entriesBeside = (cache: string) => join(dirname(cache), 'entries.json');

/** Writes a compiled edition where Astro's loader and pages will read it. */
export function writeEdition({ entries, ...rest }: Edition, state: string): void {
  const cache = astroCache(state, rest.id);
  mkdirSync(dirname(cache), { recursive: true });
  const texts = entries.map((entry) => JSON.stringify(entry));
  const heads = entries.map(({ link, id, collection, facets, order }, index): EntryHead => {
    const digest = createHash('sha256')
      .update(texts[index] ?? '')
      .digest('hex');
    return { link, id, collection, facets, order, digest };
  });
  writeWhole(
    entriesBeside(cache),
    `{${entries.map(({ link }, index) => `${JSON.stringify(link.ref)}:${texts[index]}`).join()}}`,
  );
  writeWhole(indexBeside(cache), JSON.stringify({ ...rest, heads } satisfies EditionIndex));
}

function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
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
/** The entries of an edition, whole, by reference: from the path that `readEdition` gives. */
export const readEntries = reader<Record<string, EditionEntry>>();

/**
 * The edition last written beside Astro's cache folder, and where its entries are.
 *
 * @param cacheDir as Astro's configuration has it
 */
export function readEdition(cacheDir: URL): { index: EditionIndex; entries: string } | undefined {
  const cache = fileURLToPath(cacheDir).replace(/[\\/]$/, '');
  const index = readIndex(indexBeside(cache));
  return index && { index, entries: entriesBeside(cache) };
}
