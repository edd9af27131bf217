/** What the gateway shows of an entry that is being written. */
import { act, type Found, sendFile } from '../backend/gateway-api.ts';
import { formatOf } from '../format.ts';
import type { DecapCollection } from '../forms/index.ts';
import { pathOfNew } from '../new-entry.ts';
import { besideEntry, nameOf } from '../paths.ts';

/** An entry as Decap holds it, as plain data. */
export interface Written {
  path: string;
  data: Record<string, unknown>;
  mediaFiles?: { path: string; draft?: boolean; file?: File }[];
}

export interface Seen {
  /** The page; null while there are errors. */
  html: string | null;
  diagnostics: Found[];
}

/** An entry as it would be saved: where, and its text. @returns nothing while it has no name yet */
export function fileOf(
  collection: DecapCollection,
  { path, data }: Written,
): { path: string; raw: string } | undefined {
  const place = path === '' ? pathOfNew(collection, data) : path;
  return place === undefined ? undefined : { path: place, raw: formatOf(collection).toFile(data) };
}

/** Asks for the page that an entry would have. */
export async function pageOf(
  { path, raw }: { path: string; raw: string },
  { mediaFiles = [] }: Written,
): Promise<Seen> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const added = mediaFiles.flatMap(({ path: own, draft, file }) =>
    draft && file ? [{ path: besideEntry(folder + nameOf(own), path), file }] : [],
  );
  const files = await Promise.all(added.map(async (one) => [one.path, await sendFile(one.file)] as const));
  return act<Seen>('preview', { path, raw, files: Object.fromEntries(files) });
}
