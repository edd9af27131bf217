/** The request log: what was asked for and how it went, without queries, cookies, names, or whole network addresses. */
import pino, { type Logger } from 'pino';

/** How a request went. */
export interface RequestRecord {
  method: string;
  /** The path in its one spelling; null where the target was refused. */
  path: string | null;
  status: number;
  /** Milliseconds from the request's headers to the last byte of the answer. */
  ms: number;
  /** The network address, shortened. */
  from: string;
}

export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'flush'>;

/** How many bytes are gathered before they are written; the gateway flushes what waits every second. */
const AT_ONCE = 4_096;

/** A log as JSON lines on standard error; where that is a terminal only what went wrong, since a person reads there. */
export const openLog = (): Log =>
  pino(
    { base: null, level: process.stderr.isTTY ? 'warn' : 'info' },
    pino.destination({ dest: 2, sync: false, minLength: AT_ONCE }),
  );
