/** The map from canonical address to bytes, made once from a folder: no path is built from a request. */
import { existsSync, readdirSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import pMap from 'p-map';
import { digestOf, type Encodings, encode } from './encodings.ts';
import { typeOf } from './types.ts';

export interface ServedFile {
  /** Its address, the key it is found by. */
  url: string;
  type: string;
  digest: string;
  /** Which file was read, and its state: a file is not read again while this is the same. Absent where there is none. */
  stamp?: string;
  /** True where the name has the digest of the content in it. */
  immutable: boolean;
  encodings: Encodings;
}

/** Files by address, in the spelling that `readTarget` gives. */
export type Files = ReadonlyMap<string, ServedFile>;

const AT_ONCE = 4;

/** The address at which a file is served: a folder's `index.html` at the folder's own, with a slash. */
const addressOf = (base: string, path: string): string =>
  base +
  path
    .normalize('NFC')
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');

/** Changes with every write and every replacement of a file: its inode, its size, and when either was last changed. */
async function stampOf(path: string): Promise<string> {
  const { ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
  return [ino, size, mtimeNs, ctimeNs].join(' ');
}

/**
 * Reads every file of a folder.
 *
 * @param base the address of the folder, which begins and ends with a slash
 * @param previous what was served before: a file that is the same is not read, one with the same content not compressed again
 */
export async function loadFiles(folder: string, base: string, previous?: Files): Promise<Files> {
  if (!existsSync(folder)) return new Map();
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  const load = async (path: string): Promise<[string, ServedFile]> => {
    const url = addressOf(base, path);
    const known = previous?.get(url);
    // Looked at before it is read: what is replaced in between is read again the next time.
    const stamp = await stampOf(join(folder, path));
    if (known?.stamp === stamp) return [url, known];
    const body = await readFile(join(folder, path));
    const digest = digestOf(body);
    if (known?.digest === digest) return [url, { ...known, stamp }];
    const type = typeOf(path);
    const immutable = path.startsWith('_astro/');
    return [url, { url, type, digest, stamp, immutable, encodings: await encode(body, digest, type, immutable) }];
  };
  return new Map(await pMap(paths, load, { concurrency: AT_ONCE }));
}
