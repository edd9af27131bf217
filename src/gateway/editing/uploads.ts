/** Files on their way into a draft: stored as git objects that no ref leads to, until a save cites them. */
import { type Readable, Transform } from 'node:stream';
import { writeBlob } from '../repository/objects.ts';
import { type Asking, type Reason, Refused } from './action.ts';

interface Upload {
  account: string;
  /** In bytes; 0 once a save has cited it. */
  waiting: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** Who has uploaded which objects: by account and object's id; those on their way have no object yet. */
export type Uploads = Map<string | symbol, Upload>;

/** How long an upload waits to be cited, in milliseconds. */
const PATIENCE = 24 * 3_600_000;
/** How many files of the largest size one person may have sent and not saved yet. */
const MOST = 10;

const keyOf = ({ session }: Asking, blob: string): string => `${session.account} ${blob}`;

/** True where somebody has uploaded an object themselves: of others' they could only guess. */
export const wasUploaded = (asking: Asking, blob: string): boolean => asking.uploads.has(keyOf(asking, blob));

/** Notes that a save has cited some objects: they count no more. */
export function cited(asking: Asking, blobs: Iterable<string | null>): void {
  for (const blob of blobs) {
    const found = blob === null ? undefined : asking.uploads.get(keyOf(asking, blob));
    if (found) found.waiting = 0;
  }
}

/** What somebody has uploaded, or is uploading, and not saved, in bytes. */
const waitingFor = ({ uploads, session }: Asking): number =>
  [...uploads.values()].reduce((sum, { account, waiting }) => sum + (account === session.account ? waiting : 0), 0);

/** More than may be sent. */
class Beyond extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Stores what is sent, as it comes.
 *
 * @param limit in bytes; what is longer is given up as soon as it is
 */
export async function upload(asking: Asking, bytes: Readable, limit: number): Promise<{ blob: string } | Refused> {
  const { uploads, session, context, repository } = asking;
  const now = context.now();
  for (const [key, { at }] of uploads) if (at < now - PATIENCE) uploads.delete(key);
  const coming: Upload = { account: session.account, waiting: 0, at: now };
  const key = Symbol('coming');
  uploads.set(key, coming);
  const before = waitingFor(asking);
  const bounded = new Transform({
    transform(chunk: Buffer, _, done) {
      coming.waiting += chunk.length;
      if (coming.waiting > limit) done(new Beyond('too-large'));
      else if (waitingFor(asking) > MOST * limit) done(new Beyond('too-much'));
      else done(null, chunk);
    },
  });
  try {
    if (before >= MOST * limit) return new Refused('too-much', { megabytes: (MOST * limit) / 1e6 });
    // Of who goes away in the middle nothing is kept.
    bytes.once('close', () => bytes.readableEnded || bounded.destroy(new Beyond('bad-request')));
    const blob = await writeBlob(repository.git, bytes.pipe(bounded));
    const again = uploads.get(keyOf(asking, blob));
    uploads.set(keyOf(asking, blob), again?.waiting === 0 ? { ...coming, waiting: 0 } : coming);
    return { blob };
  } catch (error) {
    if (error instanceof Beyond)
      return new Refused(error.reason, { megabytes: (error.reason === 'too-much' ? MOST * limit : limit) / 1e6 });
    throw error;
  } finally {
    uploads.delete(key);
  }
}
