/** Files on their way into a draft: stored as git objects that no ref leads to, until a save cites them. */
import { type Readable, Transform } from 'node:stream';
import { writeBlob } from '../repository/objects.ts';
import { type Asking, Refused } from './action.ts';

/** Who has uploaded which objects, and when: an account and an object's id, to milliseconds since 1970. */
export type Uploads = Map<string, number>;

/** How long an upload waits to be cited, in milliseconds. */
const PATIENCE = 24 * 3_600_000;

const keyOf = ({ session }: Asking, blob: string): string => `${session.account} ${blob}`;

/** True where somebody has uploaded an object themselves: of others' they could only guess. */
export const wasUploaded = (asking: Asking, blob: string): boolean => asking.uploads.has(keyOf(asking, blob));

/** Passes bytes on up to a limit. */
function bounded(limit: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      if (size > limit) done(new RangeError(`More than ${limit} bytes.`));
      else done(null, chunk);
    },
  });
}

/**
 * Stores what is sent, as it comes.
 *
 * @param limit in bytes; what is longer is given up as soon as it is
 */
export async function upload(asking: Asking, bytes: Readable, limit: number): Promise<{ blob: string } | Refused> {
  const now = asking.context.now();
  for (const [key, at] of asking.uploads) if (at < now - PATIENCE) asking.uploads.delete(key);
  try {
    const blob = await writeBlob(asking.repository.git, bytes.pipe(bounded(limit)));
    asking.uploads.set(keyOf(asking, blob), now);
    return { blob };
  } catch (error) {
    if (error instanceof RangeError) return new Refused('too-large', { megabytes: limit / 1e6 });
    throw error;
  }
}
