/** Requests as bytes over TCP to loopback, and the bytes that come back: no client mends them on the way. */
import { connect, type Socket } from 'node:net';

export interface RawReply {
  status: number;
  /** In their order, names in lower case; one that came twice is here twice. */
  headers: readonly (readonly [string, string])[];
  /** As it was sent: still compressed, but without chunks. */
  body: Buffer;
}

export interface Exchange {
  /** The final replies; interim ones (1xx) are left out. */
  replies: RawReply[];
  /** Bytes that are no reply; empty where all is well. */
  rest: Buffer;
  /** The connection was neither answered nor ended in time. */
  timedOut: boolean;
  /** The server ended it while it was being written to: a reply may have been lost by that (RFC 9112, section 9.6). */
  broken: boolean;
}

export interface Connection {
  /** Sends one request on the open connection. @returns its reply */
  ask(bytes: string): Promise<RawReply>;
  close(): void;
}

const LOOPBACK = '127.0.0.1';
/** A server that waits for more is told that there is no more: after a reply, and without one, in milliseconds. */
const SILENCE = 200;
const PATIENCE = 2_500;
/** An exchange lasts no longer than this, in milliseconds. */
const LONGEST = 20_000;
/** Between the pieces of a request that is sent in several, in milliseconds. */
const PAUSE = 15;

/** Text to bytes, and back: one character a byte. */
const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

/** The values of a header, by its name in lower case. */
export const valuesOf = ({ headers }: RawReply, name: string): string[] =>
  headers.filter(([one]) => one === name).map(([, value]) => value);

/**
 * Sends bytes on a connection of their own, and reads until the server ends it.
 *
 * @param pieces what to send, one character a byte; several are sent one after the other
 */
export async function exchange(port: number, pieces: string | readonly string[]): Promise<Exchange> {
  const sent = typeof pieces === 'string' ? [pieces] : pieces;
  const socket = connect({ port, host: LOOPBACK, noDelay: true });
  const chunks: Buffer[] = [];
  let timedOut = false;
  let broken = false;
  // A half-closed connection, not a closed one: what is under way can still be answered.
  let silence = setTimeout(() => socket.end(), PATIENCE);
  const limit = setTimeout(() => {
    timedOut = true;
    socket.destroy();
  }, LONGEST);
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    clearTimeout(silence);
    silence = setTimeout(() => socket.end(), isInterim(chunk) ? PATIENCE : SILENCE);
  });
  socket.on('error', () => {
    broken = true;
  });
  const ended = new Promise((resolve) => socket.once('close', resolve));
  for (const [index, piece] of sent.entries()) {
    if (index > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (socket.writable) socket.write(bytesOf(piece));
  }
  await ended;
  clearTimeout(silence);
  clearTimeout(limit);
  return { ...readAll(Buffer.concat(chunks), isHead(sent.join(''))), timedOut, broken };
}

function readAll(bytes: Buffer, headFirst: boolean): Pick<Exchange, 'replies' | 'rest'> {
  const replies: RawReply[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const found = readReply(rest, true, headFirst && replies.length === 0);
    if (!found) break;
    if (found.reply.status >= 200) replies.push(found.reply);
    rest = found.rest;
  }
  return { replies, rest };
}

const isInterim = (chunk: Buffer): boolean => chunk.toString('latin1', 0, 10) === 'HTTP/1.1 1';
const isHead = (sent: string): boolean => /^(\r?\n)*HEAD /.test(sent);

/** Opens a connection on which several requests are asked, each after the reply to the one before. */
export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: LOOPBACK, noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  return { ask: (bytes) => askOn(socket, bytes), close: () => socket.destroy() };
}

function askOn(socket: Socket, bytes: string): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0);
    const limit = setTimeout(() => settle(() => reject(new Error('No reply in time.'))), LONGEST);
    const settle = (end: () => void) => {
      clearTimeout(limit);
      socket.off('data', onData).off('close', onClose);
      end();
    };
    const onClose = () => settle(() => reject(new Error(`The connection ended after ${received.length} bytes.`)));
    const onData = (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const found = readReply(received, false, isHead(bytes));
      if (found) settle(() => resolve(found.reply));
    };
    socket.on('data', onData).once('close', onClose);
    socket.write(bytesOf(bytes));
  });
}

/** The first reply of some bytes; nothing where they begin with none, or more of it is still to come. */
function readReply(bytes: Buffer, ended: boolean, toHead: boolean): { reply: RawReply; rest: Buffer } | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  const [line = '', ...lines] = bytes.subarray(0, Math.max(0, end)).toString('latin1').split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})(?: |$)/.exec(line)?.[1]);
  if (end < 0 || Number.isNaN(status)) return undefined;
  const headers = lines.map((text) => {
    const colon = text.indexOf(':');
    return [text.slice(0, colon).toLowerCase(), text.slice(colon + 1).trim()] as const;
  });
  const after = bytes.subarray(end + 4);
  const without = toHead || status < 200 || status === 204 || status === 304;
  const found = without ? { body: Buffer.alloc(0), rest: after } : readBody(after, headers, ended);
  return found && { reply: { status, headers, body: found.body }, rest: found.rest };
}

function readBody(bytes: Buffer, headers: RawReply['headers'], ended: boolean) {
  const value = (name: string) => headers.find(([one]) => one === name)?.[1];
  // A later request of several may have been a HEAD: no body of the site begins like a reply.
  if (ended && /^HTTP\/1\./.test(bytes.subarray(0, 7).toString('latin1')))
    return { body: Buffer.alloc(0), rest: bytes };
  if (value('transfer-encoding') === 'chunked') return readChunks(bytes);
  const length = Number(value('content-length') ?? (ended ? bytes.length : Number.POSITIVE_INFINITY));
  if (bytes.length < length && !ended) return undefined;
  return { body: bytes.subarray(0, length), rest: bytes.subarray(length) };
}

function readChunks(bytes: Buffer): { body: Buffer; rest: Buffer } | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.subarray(at, Math.max(at, end)).toString('latin1'), 16);
    if (end < 0 || Number.isNaN(size) || bytes.length < end + size + 4) return undefined;
    if (size === 0) return { body: Buffer.concat(chunks), rest: bytes.subarray(end + 4) };
    chunks.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + size + 4;
  }
}
