/** Compressed forms of a file, made once when it is loaded. */
import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isCompressible } from './types.ts';

/** Bytes as they are sent, and their strong validator, quoted. */
export interface Encoded {
  body: Buffer;
  etag: string;
}

/** The forms of a file by `Content-Encoding`. */
export interface Encodings {
  identity: Encoded;
  br?: Encoded;
  gzip?: Encoded;
}

/** Below this many bytes the headers outweigh what is saved. */
const SMALLEST = 512;
/** Brotli's best for files that stay as they are; for pages that change with content the level that costs little. */
const LASTING = constants.BROTLI_MAX_QUALITY;
const CHANGING = 5;
/** Above this many bytes the best costs seconds at every start. */
const LARGE = 1_000_000;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** A file's strong validator: of its content, without quotes. */
export const digestOf = (body: Buffer): string => hash('sha256', body, 'base64url').slice(0, 27);

/**
 * All forms of a file.
 *
 * @param lasting true where the file keeps its content as long as its name
 */
export async function encode(body: Buffer, digest: string, type: string, lasting: boolean): Promise<Encodings> {
  const identity = { body, etag: `"${digest}"` };
  if (body.length < SMALLEST || !isCompressible(type)) return { identity };
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: lasting && body.length < LARGE ? LASTING : CHANGING,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  const [br, gz] = await Promise.all([
    toBrotli(body, { params }),
    toGzip(body, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  return { identity, br: { body: br, etag: `"${digest}-br"` }, gzip: { body: gz, etag: `"${digest}-gz"` } };
}
