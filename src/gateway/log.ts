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

/** How many characters are gathered before they are handed on; the gateway flushes what waits every second. */
const AT_ONCE = 64_000;
/** How many bytes are written at once: less than what comes in meanwhile would pile up. */
const WRITTEN = 4_000_000;
/** How many bytes may wait to be written; where nobody takes them, further lines are lost, not the service. */
const WAITING = 64_000_000;

/** A log as JSON lines on standard error; where that is a terminal only what went wrong, since a person reads there. */
export function openLog(): Log {
  const lines = pino.destination({ dest: 2, sync: false, maxWrite: WRITTEN, maxLength: WAITING });
  const log = pino({ base: null, level: 'warn' }, lines);
  const isRead = process.stderr.isTTY;
  let gathered = '';
  const handOn = () => {
    if (gathered !== '') lines.write(gathered);
    gathered = '';
  };
  return {
    warn: log.warn.bind(log),
    error: log.error.bind(log),
    flush: handOn,
    // Every request has one of these: pino's own way to make a line costs a third of the request.
    request(record) {
      if (isRead) return;
      gathered += `${JSON.stringify({ time: Date.now(), ...record })}\n`;
      if (gathered.length >= AT_ONCE) handOn();
    },
  };
}
