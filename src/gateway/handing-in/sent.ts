/** A form with files, read as it comes: the files go straight into git's store, and no memory holds them. */
import type { IncomingMessage } from 'node:http';
import { type Readable, Transform } from 'node:stream';
import busboy from 'busboy';
import type { Git } from '../repository/git.ts';
import { writeBlob } from '../repository/objects.ts';

export interface SentFile {
  /** As it is called where it comes from. */
  name: string;
  /** In bytes; more than the limit where it is too large. */
  size: number;
  /** The object's id. */
  blob: string;
}

export interface Sent {
  values: ReadonlyMap<string, readonly string[]>;
  /** By the field's name; none where no file was chosen. */
  files: ReadonlyMap<string, SentFile>;
  /** Why git could not store a file. */
  fault?: unknown;
}

/** No form of this site has more, in fields and in bytes of each. */
const MOST = { fields: 500, fieldSize: 64_000, fieldNameSize: 100, files: 2, headerPairs: 20 };

/**
 * Reads a form. What is more than its limits is read to its end and let go: a browser shows no answer before that.
 *
 * @param limit of each file, in bytes
 * @returns nothing where it is no form, or does not come to its end
 */
export async function readSent(incoming: IncomingMessage, git: Git, limit: number): Promise<Sent | undefined> {
  const values = new Map<string, string[]>();
  const files = new Map<string, Promise<SentFile>>();
  const parser = parserOf(incoming, limit);
  if (!parser) return undefined;
  parser.on('field', (name, value) => values.set(name, [...(values.get(name) ?? []), value]));
  parser.on('file', (field, bytes, { filename }) => {
    if (!filename || files.has(field)) return void bytes.on('error', () => undefined).resume();
    const stored = store(git, bytes, filename, limit);
    // It is waited for below.
    stored.catch(() => undefined);
    files.set(field, stored);
    return undefined;
  });
  if (!(await isWhole(incoming, parser))) return undefined;
  try {
    const stored = await Promise.all([...files].map(async ([field, file]) => [field, await file] as const));
    return { values, files: new Map(stored) };
  } catch (fault) {
    return { values, files: new Map(), fault };
  }
}

function parserOf({ headers }: IncomingMessage, limit: number): busboy.Busboy | undefined {
  try {
    return busboy({ headers, defParamCharset: 'utf8', limits: { ...MOST, fileSize: limit + 1 } });
  } catch {
    return undefined;
  }
}

/** Feeds the parser. @returns false where the form is malformed, or cut off */
async function isWhole(incoming: IncomingMessage, parser: busboy.Busboy): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  parser.once('close', () => resolve(true));
  parser.once('error', () => resolve(false));
  const cutOff = () => {
    resolve(false);
    parser.destroy(new Error('Cut off.'));
  };
  incoming.once('error', cutOff).once('close', () => void (incoming.complete || cutOff()));
  // Not a pipeline: that would end the connection before the answer.
  incoming.pipe(parser);
  const whole = await promise;
  incoming.unpipe(parser).resume();
  return whole;
}

async function store(git: Git, bytes: Readable, name: string, limit: number): Promise<SentFile> {
  let size = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      done(size > limit ? new RangeError(`More than ${limit} bytes.`) : null, chunk);
    },
  });
  bytes.once('error', (error) => counted.destroy(error));
  try {
    return { name, blob: await writeBlob(git, bytes.pipe(counted)), size };
  } catch (error) {
    // The rest still has to be read: the form goes on after it.
    bytes.unpipe(counted).resume();
    if (error instanceof RangeError) return { name, blob: '', size };
    throw error;
  }
}
