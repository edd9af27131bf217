/** Answers with a file of the map: encodings, conditions and ranges of RFC 9110. */
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import fresh from 'fresh';
import Negotiator from 'negotiator';
import type { Encoded } from './encodings.ts';
import type { ServedFile } from './files.ts';

/** An answer that is still to be sent. A body is left out where only the headers were asked for. */
export interface Reply {
  status: number;
  headers: OutgoingHttpHeaders;
  body?: Buffer;
}

type Coding = keyof ServedFile['encodings'];
const PREFERRED: Coding[] = ['br', 'gzip', 'identity'];
/** What negotiator 1 can, and its types do not say. */
interface Preferring {
  encoding(offered: readonly string[], options: { preferred: readonly string[] }): string | undefined;
}

/** The form of a file that a request prefers. A part is always one of the plain file. */
function chosen(request: IncomingMessage, { encodings }: ServedFile): [Coding, Encoded] {
  const plain: [Coding, Encoded] = ['identity', encodings.identity];
  const { 'accept-encoding': accepted, range } = request.headers;
  if (accepted === undefined || range !== undefined || !encodings.br) return plain;
  const negotiator = new Negotiator(request) as Preferring;
  const coding = negotiator.encoding(PREFERRED, { preferred: PREFERRED }) as Coding | undefined;
  const found = coding && encodings[coding];
  return found ? [coding, found] : plain;
}

/** RFC 9110, section 14.1.2, for one part: of several at once the whole is sent. */
const RANGE = /^bytes=(\d*)-(\d*)$/i;

/** True when a list of validators, or `*`, has one. Strong comparison: a weak one matches nothing. */
const lists = (header: string, etag: string): boolean =>
  header.trim() === '*' || header.split(',').some((one) => one.trim() === etag);

/** The one part asked for; nothing where the whole is to be sent, -1 where no part asked for exists. */
function partOf(request: IncomingMessage, { body, etag }: Encoded): { start: number; end: number } | -1 | undefined {
  const { range, 'if-range': ifRange } = request.headers;
  if (range === undefined || request.method !== 'GET' || (ifRange !== undefined && ifRange !== etag)) return undefined;
  const [, first, last] = RANGE.exec(range) ?? [];
  if (first === undefined || last === undefined || first + last === '') return undefined;
  const size = body.length;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < start) return undefined;
  return start <= end ? { start, end } : -1;
}

/**
 * The answer with a file.
 *
 * @param status of a reply with the whole file; conditions and ranges are looked at only where it is 200
 * @param headers what the reply carries besides
 */
export function fileReply(
  request: IncomingMessage,
  file: ServedFile,
  status: number,
  headers: OutgoingHttpHeaders,
): Reply {
  const [coding, encoded] = chosen(request, file);
  const { body, etag } = encoded;
  const reply: Reply = { status, headers: { ...headers, etag, 'content-type': file.type }, body };
  if (file.encodings.br) reply.headers.vary = 'Accept-Encoding';
  if (coding !== 'identity') reply.headers['content-encoding'] = coding;
  if (status !== 200) return reply;
  reply.headers['accept-ranges'] = 'bytes';
  const ifMatch = request.headers['if-match'];
  if (ifMatch !== undefined && !lists(ifMatch, etag)) return { status: 412, headers };
  if (fresh(request.headers, { etag })) return { status: 304, headers: reply.headers };
  const part = partOf(request, encoded);
  if (part === undefined) return reply;
  if (part === -1) return { status: 416, headers: { ...headers, 'content-range': `bytes */${body.length}` } };
  reply.headers['content-range'] = `bytes ${part.start}-${part.end}/${body.length}`;
  return { ...reply, status: 206, body: body.subarray(part.start, part.end + 1) };
}
