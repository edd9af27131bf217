/** Cookies: only for those who sign in, and none that a script can read. */

export type CookieName = 'session' | 'browser' | 'journey' | 'mail' | 'forge';

/** How long browsers keep each, in seconds; a session's ends on the server. */
const LASTING: Record<CookieName, number> = {
  session: 30 * 24 * 3600,
  browser: 180 * 24 * 3600,
  journey: 600,
  mail: 600,
  forge: 600,
};
/** What the server gives out as a secret. */
const VALUE = /^[A-Za-z0-9_-]{43}$/;

/** `__Host-` binds a cookie to this very host, where the address is https. */
const fullName = (name: CookieName, secure: boolean): string => `${secure ? '__Host-' : ''}polinet-${name}`;

/** The cookie's value; nothing where it is none of ours, or there are two: one of them was put there by others. */
export function readCookie(header: string | undefined, name: CookieName, secure: boolean): string | undefined {
  if (!header) return undefined;
  const start = `${fullName(name, secure)}=`;
  const found = header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(start));
  const value = found[0]?.slice(start.length) ?? '';
  return found.length === 1 && VALUE.test(value) ? value : undefined;
}

/** A `Set-Cookie` header. Lax: whoever follows a link from elsewhere is still signed in; changes ask for more proof. */
export const setCookie = (name: CookieName, value: string, secure: boolean): string =>
  cookie(name, value, LASTING[name], secure);

/** A `Set-Cookie` header that takes a cookie away. */
export const dropCookie = (name: CookieName, secure: boolean): string => cookie(name, '', 0, secure);

const cookie = (name: CookieName, value: string, age: number, secure: boolean): string =>
  `${fullName(name, secure)}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
