/** The request log: what was asked for and how it went, without queries, cookies, names, or whole network addresses. */
import { type Logger, pino } from 'pino';

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

export interface Log extends Pick<Logger, 'warn' | 'error' | 'flush'> {
  /** Notes how a request went. */
  request(record: RequestRecord): void;
}

/** How many bytes are gathered before they are written; the gateway flushes what waits every second. */
const AT_ONCE = 16_000;

/** A log as JSON lines on standard error; where that is a terminal only what went wrong, since a person reads there. */
export function openLog(): Log {
  const lines = pino.destination({ dest: 2, sync: false, minLength: AT_ONCE });
  const log = pino({ base: null, level: 'warn' }, lines);
  const isRead = process.stderr.isTTY;
  return {
    warn: log.warn.bind(log),
    error: log.error.bind(log),
    flush: () => lines.flush(),
    // Every request has one of these: pino's own way to make a line costs a third of the request.
    request: (record) => void (isRead || lines.write(`${JSON.stringify({ time: Date.now(), ...record })}\n`)),
  };
}
