/** The search index of one edition, made from its records while its pages are being rendered. */
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { Worker } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { codeDigest, type Edition } from '#content';
import type { Asked, Told } from './index-worker.ts';
import { searchRecords } from './records.ts';

/** An index: its files by their paths within the index's folder, and how many pages it finds. */
export interface SearchIndex {
  files: Map<string, string>;
  found: number;
}

/**
 * Indexes an edition.
 *
 * @param folder where the index is made, over the one before: Pagefind leaves files alone whose names, which are
 *   digests, are there already
 * @throws Error with Pagefind's own words where it fails
 */
export async function buildIndex(edition: Edition, folder: string): Promise<SearchIndex> {
  const finish = openFolder(folder);
  const records = searchRecords(edition);
  const failures = await indexed({ records, locale: edition.network.locale, folder });
  if (failures.length > 0) throw new Error(failures.join('\n'));
  const files = currentFiles(folder);
  finish();
  return { files, found: records.length };
}

/** Threads that are making an index now. */
const working = new Set<Worker>();

/** Makes an index in a thread. @returns what went wrong */
async function indexed(asked: Asked): Promise<Told> {
  const worker = new Worker(new URL('./index-worker.ts', import.meta.url), { workerData: asked });
  working.add(worker);
  worker.once('exit', () => working.delete(worker));
  const ended = once(worker, 'exit').then((): [Told] => [['The indexer has ended.']]);
  const [told] = await Promise.race([once(worker, 'message') as Promise<[Told]>, ended]);
  return told;
}

/** Empties the folder where what is in it was made by other libraries, or not finished. */
function openFolder(folder: string): () => void {
  const stamp = `${folder}.finished`;
  const libraries = codeDigest([]);
  if (textOf(stamp) !== libraries) rmSync(folder, { recursive: true, force: true });
  rmSync(stamp, { force: true });
  mkdirSync(folder, { recursive: true });
  return () => writeFileSync(stamp, libraries);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The files of the index last written; those of earlier ones are removed. */
function currentFiles(folder: string): Map<string, string> {
  const entry = readFileSync(join(folder, 'pagefind-entry.json'), 'utf8');
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
  const metas = all.filter((path) => path.endsWith('.pf_meta') && entry.includes(digestIn(path)));
  // What an index is made of stands in its table of contents, by the same digests.
  const named = metas.map((path) => gunzipSync(readFileSync(path)).toString('latin1')).join('\n') + entry;
  const files = new Map<string, string>();
  for (const path of all) {
    if (/\.pf_\w+$/.test(path) && !named.includes(digestIn(path))) rmSync(path);
    else files.set(relative(folder, path), path);
  }
  return files;
}

/** `it_6262f9e466` of `pagefind.it_6262f9e466.pf_meta`, or of `fragment/it_6262f9e466.pf_fragment`. */
const digestIn = (path: string): string =>
  basename(path)
    .replace(/\.pf_\w+$/, '')
    .replace(/^pagefind\./, '');

/** Ends what is still being indexed, where a build is given up. */
export const closeIndexer = (): Promise<unknown> =>
  Promise.all(
    [...working].map((worker) => {
      worker.postMessage('end');
      return once(worker, 'exit');
    }),
  );
