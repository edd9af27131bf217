/** What somebody is writing, with the files that are added to it. */
import { z } from 'zod';
import { type Changes, writeBlob } from '../repository/objects.ts';
import { isBeside, placeIn } from '../repository/places.ts';
import { type Asking, Refused } from './action.ts';
import { wasUploaded } from './uploads.ts';

export const written = z.object({
  path: z.string(),
  raw: z.string(),
  /** Files that are added with it, as uploaded. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{40,64}$/)).default({}),
});

/** What it would change. */
export async function changesOfWritten(
  asking: Asking,
  { path, raw, files }: z.output<typeof written>,
): Promise<Changes | Refused> {
  const { git, sources } = asking.repository;
  const place = placeIn(sources, path);
  const strange = Object.keys(files).filter((file) => !place || !isBeside(place, file));
  if (place?.id === undefined || strange.length > 0) return new Refused('not-editable', { paths: [path, ...strange] });
  const lost = Object.values(files).filter((blob) => !wasUploaded(asking, blob));
  if (lost.length > 0) return new Refused('no-upload');
  return new Map([...Object.entries(files), [path, await writeBlob(git, raw)] as const]);
}
