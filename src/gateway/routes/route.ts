/** What the routes of the gateway's own pages share. */
import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import type { Hono, Context as HonoContext } from 'hono';
import type { Context } from '../context.ts';
import { type CookieName, dropCookie, readCookie, setCookie } from '../entry/cookies.ts';
import { HANDING_IN } from '../handing-in/address.ts';
import { readTarget } from '../serving/target.ts';
import type { Session } from '../state/sessions.ts';
import { zoneOf } from '../zones.ts';

export interface Env {
  Bindings: HttpBindings;
  Variables: { session: Session | undefined; form: Form };
}
export type App = Hono<Env>;
export type Request = HonoContext<Env>;

/** A file of routes: adds them to the app. */
export type Routes = (app: App, context: Context) => void;

/** A field of the form that a request carries; empty where it has none of that name. */
export type Form = (name: string) => string;

/** A form of this site is never longer, in bytes. */
const LONGEST_FORM = 16_384;

/**
 * Reads the form that a request carries.
 *
 * @returns `large` where it is longer than any form of this site, `broken` where it does not come to its end
 */
export async function readForm(incoming: IncomingMessage): Promise<Form | 'large' | 'broken'> {
  if (Number(incoming.headers['content-length'] ?? 0) > LONGEST_FORM) return 'large';
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > LONGEST_FORM) return 'large';
      chunks.push(chunk);
    }
  } catch {
    return 'broken';
  }
  const fields = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  return (name) => fields.get(name) ?? '';
}

/** The browser's own word for where a request comes from; the older header where it says nothing. */
export function isFromHere({ url }: Context, { req }: Request): boolean {
  const site = req.header('sec-fetch-site');
  return site === undefined ? req.header('origin') === new URL(url).origin : site === 'same-origin';
}

/** The form of a request that changes something. */
export const formOf = (request: Request): Form => request.get('form');

export const originOf = (context: Context, { env }: Request): string => context.originOf(env.incoming);

export const cookieOf = ({ secure }: Context, { req }: Request, name: CookieName): string | undefined =>
  readCookie(req.header('cookie'), name, secure);

export const giveCookie = ({ secure }: Context, { header }: Request, name: CookieName, value: string): void =>
  header('set-cookie', setCookie(name, value, secure), { append: true });

export const takeCookie = ({ secure }: Context, { header }: Request, name: CookieName): void =>
  header('set-cookie', dropCookie(name, secure), { append: true });

/** How long a place to return to may be. */
const LONGEST = 500;

/**
 * Where somebody wants to go after signing in: a field, else the page they come from. Well-formed, and no more: it is
 * looked up when they are in.
 */
export function returnToOf({ req }: Request, given: string | undefined): string {
  const path = given || refererPath(req.header('referer'));
  if (path.length > LONGEST) return '';
  const target = readTarget(path);
  return target?.canonical && target.query === '' && !target.path.startsWith('/accesso/') ? target.path : '';
}

function refererPath(referer: string | undefined): string {
  if (!referer || !URL.canParse(referer)) return '';
  return new URL(referer).pathname;
}

/**
 * The address to go to: one of the map, or the start of the participants' edition. From a public page it is the same
 * page as participants see it.
 */
export function landing({ site }: Context, returnTo: string): string {
  const home = '/riservato/';
  if (returnTo === '') return home;
  if (returnTo === HANDING_IN) return HANDING_IN;
  const { id, base } = zoneOf(returnTo);
  const url = id === 'public' ? home + returnTo.slice(base.length) : returnTo;
  return site.files.get(id === 'public' ? 'participants' : id)?.get(url)?.url ?? home;
}
