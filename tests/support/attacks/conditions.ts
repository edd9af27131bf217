/** Conditional requests: without a session not even a known validator says that something is there. */
import { type Attack, type Family, request } from './attack.ts';
import type { Ground } from './ground.ts';

const PAST = 'Sat, 01 Jan 2000 00:00:00 GMT';
const FUTURE = 'Fri, 31 Dec 2099 23:59:59 GMT';

const conditions: Record<string, (etag: string) => string[]> = {
  'none of its validator': (etag) => [`If-None-Match: ${etag}`],
  'none of its validator, compressed': (etag) => [`If-None-Match: ${etag.replace(/"$/, '-br"')}`],
  'none of its validator, the other compression': (etag) => [`If-None-Match: ${etag.replace(/"$/, '-gz"')}`],
  'none of its validator, weak': (etag) => [`If-None-Match: W/${etag}`],
  'none of its validator, without quotes': (etag) => [`If-None-Match: ${etag.replaceAll('"', '')}`],
  'none of its validator, small letters': (etag) => [`if-none-match: ${etag.toLowerCase()}`],
  'none of several': (etag) => [`If-None-Match: "a", "b", ${etag}, "c"`],
  'none of several headers': (etag) => ['If-None-Match: "a"', `If-None-Match: ${etag}`],
  'none of any': () => ['If-None-Match: *'],
  'none of any, among others': () => ['If-None-Match: "a", *'],
  'none of a thousand': (etag) => [`If-None-Match: ${'"a", '.repeat(1_000)}${etag}`],
  'none of its validator, uncached': (etag) => [`If-None-Match: ${etag}`, 'Cache-Control: no-cache'],
  'one of its validator': (etag) => [`If-Match: ${etag}`],
  'one of another validator': () => ['If-Match: "altro"'],
  'one of any': () => ['If-Match: *'],
  'one of its validator, none of it either': (etag) => [`If-Match: ${etag}`, `If-None-Match: ${etag}`],
  'modified since long ago': () => [`If-Modified-Since: ${PAST}`],
  'modified since a day to come': () => [`If-Modified-Since: ${FUTURE}`],
  'modified since no date': () => ['If-Modified-Since: mai'],
  'unmodified since long ago': () => [`If-Unmodified-Since: ${PAST}`],
  'unmodified since a day to come': () => [`If-Unmodified-Since: ${FUTURE}`],
  'only if cached': () => ['Cache-Control: only-if-cached, max-stale'],
  'compressed by Brotli': () => ['Accept-Encoding: br'],
  'compressed by anything': () => ['Accept-Encoding: *'],
  'compressed by nothing allowed': () => ['Accept-Encoding: identity;q=0, *;q=0'],
};

/** Conditions on a protected page, by reading and by writing methods, without a session and with one. */
export const conditionFamily: Family = {
  name: 'conditions',
  attacks(ground: Ground): Attack[] {
    const { page, missingPage } = ground.restricted;
    const next = ground.sessions('participant');
    return Object.entries(conditions).flatMap(([name, linesFor]): Attack[] => {
      const lines = linesFor(ground.etag);
      const without = ['GET', 'HEAD', 'POST', 'OPTIONS'].map(
        (method): Attack => ({
          name: `${method}, ${name}, without a session`,
          send: request(ground, page, { method, lines }),
          twin: request(ground, missingPage, { method, lines }),
          statuses: [401],
        }),
      );
      return [
        ...without,
        {
          name: `${name}, with a session`,
          send: request(ground, page, { lines, session: next() }),
          signedIn: true,
          statuses: [200, 304, 412],
        },
        {
          name: `${name}, with a session, of nothing`,
          send: request(ground, missingPage, { lines, session: next() }),
          signedIn: true,
          statuses: [404],
        },
      ];
    });
  },
};
