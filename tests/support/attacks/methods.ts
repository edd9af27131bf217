/** Every method, known and unknown, on public, protected and own addresses. */
import { type Attack, type Family, FORM, FROM_HERE, request } from './attack.ts';
import type { Ground } from './ground.ts';

const reading = ['GET', 'HEAD'];
const others = [
  ...['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'QUERY', 'SEARCH', 'PURGE', 'LINK', 'UNLINK'],
  ...['PROPFIND', 'PROPPATCH', 'MKCOL', 'COPY', 'MOVE', 'LOCK', 'UNLOCK', 'ACL', 'REPORT', 'BIND', 'REBIND', 'UNBIND'],
  ...['MKCALENDAR', 'MKACTIVITY', 'CHECKOUT', 'MERGE', 'NOTIFY', 'SUBSCRIBE', 'UNSUBSCRIBE', 'M-SEARCH', 'SOURCE'],
  ...['DEBUG', 'TRACK', 'PRI', 'FOO', 'get', 'Get', 'hEAD', 'GETX', 'XGET', 'GET/', 'A'.repeat(300), '"GET"', 'G\xcbT'],
];
const methods = [...reading, ...others];
/** A server that is no proxy may end the connection without a word. */
const isTunnel = (method: string): boolean => method === 'CONNECT';

/** Methods on addresses. */
export const methodFamily: Family = {
  name: 'methods',
  attacks(ground: Ground): Attack[] {
    const { page, missingPage } = ground.restricted;
    const next = ground.sessions('coordinator');
    const open = ['/', '/robots.txt', '/healthz', '/nulla/'].flatMap((target) =>
      methods.map((method): Attack => ({ name: `${method} ${target}`, send: request(ground, target, { method }) })),
    );
    const closed = methods.map(
      (method): Attack => ({
        name: `${method} without a session`,
        send: request(ground, page, { method }),
        twin: request(ground, missingPage, { method }),
        ...(isTunnel(method) ? {} : { statuses: [400, 401] }),
      }),
    );
    const withSession = others.map((method): Attack => {
      const session = next();
      return {
        name: `${method} with a session`,
        send: request(ground, page, { method, session }),
        signedIn: true,
        ...(isTunnel(method) ? {} : { statuses: [400, 405] }),
        keeps: session,
      };
    });
    return [...open, ...closed, ...withSession, ...own(ground, next)];
  },
};

/** On the gateway's own pages, as a form of this site: only POST does something there. */
function own(ground: Ground, next: () => string): Attack[] {
  const pages = ['/accesso/', '/accesso/uscita/', '/accesso/persone/', '/accesso/password/', '/accesso/registro/'];
  return pages.flatMap((target) =>
    methods
      .filter((method) => method !== 'POST')
      .map((method): Attack => {
        const session = next();
        const asked = {
          method,
          session,
          lines: [FROM_HERE, FORM],
          ...(reading.includes(method) ? {} : { body: 'a=b' }),
        };
        return { name: `${method} ${target}`, send: request(ground, target, asked), signedIn: true, keeps: session };
      }),
  );
}
