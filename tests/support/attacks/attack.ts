/** What an attack is, and how its bytes are put together. */
import type { Ground } from './ground.ts';

export interface Attack {
  /** What is tried, in words; unique within its family. */
  name: string;
  /** What is sent, one character a byte; in several pieces where there are several. */
  send: string | readonly string[];
  /** The same request for something that does not exist: its reply has to be the same. */
  twin?: string;
  /** A valid session goes with it: the reply may hold what is restricted, but no cache may keep it. */
  signedIn?: true;
  /** Cookies that the first reply may set. */
  gives?: readonly string[];
  /** Statuses that the first reply may have. */
  statuses?: readonly number[];
  /** How many replies there may be. */
  most?: number;
  /** How long a body may be, in bytes. */
  longest?: number;
  /** The id of a session that still has to be valid afterwards. */
  keeps?: string;
  /** Other origins that a reply may lead to: an identity provider's. */
  leadsTo?: string;
}

export interface Family {
  name: string;
  /** True where its requests may leave no trace in the state at all. */
  traceless?: true;
  attacks(ground: Ground): Attack[] | Promise<Attack[]>;
}

export interface Asked {
  method?: string;
  version?: string;
  /** The value of `Host`; `null` for none. */
  host?: string | null;
  /** Whole lines, each without its end. */
  lines?: readonly string[];
  /** A session's id. */
  session?: string;
  /** Sent as it is, with its length. */
  body?: string;
}

/** What a browser says of a form of this very site. */
export const FROM_HERE = 'Sec-Fetch-Site: same-origin';
export const FORM = 'Content-Type: application/x-www-form-urlencoded';

export const cookieLine = (session: string): string => `Cookie: polinet-session=${session}`;

/** The bytes of a request, the last of its connection. */
export function request({ host }: Pick<Ground, 'host'>, target: string, asked: Asked = {}): string {
  const { method = 'GET', version = 'HTTP/1.1', lines = [], session, body } = asked;
  const head = [
    `${method} ${target} ${version}`,
    ...(asked.host === null ? [] : [`Host: ${asked.host ?? host}`]),
    ...lines,
    ...(session === undefined ? [] : [cookieLine(session)]),
    ...(body === undefined ? [] : [`Content-Length: ${body.length}`]),
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body ?? ''}`;
}

/** The bytes of a form that is sent from a page of this site, unless its lines say something else. */
export function form(ground: Pick<Ground, 'host'>, target: string, fields: Fields, asked: Asked = {}): string {
  const lines = asked.lines ?? [FROM_HERE, FORM];
  return request(ground, target, { method: 'POST', ...asked, lines, body: encoded(fields) });
}

export type Fields = Record<string, string>;

/** Fields as a form sends them. */
export const encoded = (fields: Fields): string => new URLSearchParams(fields).toString();

/** Text as UTF-8, one character a byte. */
export const utf8 = (text: string): string => Buffer.from(text).toString('latin1');

/** Every byte of some text percent-encoded, with lower-case digits. */
export const allEncoded = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
