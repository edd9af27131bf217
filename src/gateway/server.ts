/** The server: reads a request's target, decides whose it is, and answers from the map. */
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Context } from './context.ts';
import { EDITING, editingApp, PREVIEWS } from './editing/app.ts';
import { readCookie } from './entry/cookies.ts';
import { shortened } from './entry/origin.ts';
import { FORGE, forgeApp, hasPopup } from './forge/app.ts';
import { forgeOf, originsOf } from './forge/settings.ts';
import { HANDING_IN } from './handing-in/address.ts';
import { handingInApp } from './handing-in/app.ts';
import { mayHandIn } from './handing-in/hand-in.ts';
import { mayAs } from './roles.ts';
import { routes } from './routes/index.ts';
import type { Env } from './routes/route.ts';
import type { ServedFile } from './serving/files.ts';
import { common, editorPolicy, PAGE_POLICY, PRIVATE, policyOf } from './serving/headers.ts';
import { fileReply, type Reply } from './serving/reply.ts';
import { readTarget, type Target } from './serving/target.ts';
import type { Session } from './state/sessions.ts';
import { entryPage, forbiddenPage } from './views/entry.ts';
import { type Zone, zoneOf } from './zones.ts';

/** The gateway's own pages. */
const OWN = '/accesso/';
/** Says that the gateway is there, and nothing else. */
const HEALTH = '/healthz';
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** A server that is not listening yet. */
export function makeServer(context: Context): Server {
  const headers = common(context.secure);
  const listenerOf = ({ fetch }: Pick<Hono<Env>, 'fetch'>) =>
    getRequestListener(fetch, { overrideGlobalObjects: false });
  const toRoutes = listenerOf(routes(context));
  const toEditing = listenerOf(editingApp(context));
  const toHandingIn = listenerOf(handingInApp(context));
  const toForge = listenerOf(forgeApp(context));
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000, keepAliveTimeout: 10_000 });
  server.on('request', (request, response) => {
    const target = hasOneHost(request) ? readTarget(request.url ?? '') : undefined;
    noteWhenDone(context, request, response, target);
    if (target?.canonical && target.path.startsWith(OWN)) void toRoutes(request, response);
    else if (target?.canonical && target.path.startsWith(EDITING)) void toEditing(request, response);
    else if (target?.canonical && target.path.startsWith(PREVIEWS) && isEditor(context, request))
      void toEditing(request, response);
    else if (target && isHandingIn(target) && mayHandIn(sessionOf(context, request)))
      void toHandingIn(request, response);
    else if (hasPopup(context) && target?.canonical && target.path.startsWith(FORGE) && isEditor(context, request))
      void toForge(request, response);
    else send(request, response, replyTo(context, headers, target, request));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuse(error, socket as Socket));
  return server;
}

/** Others are told to sign in, as everywhere in the editor. */
const isEditor = (context: Context, request: IncomingMessage): boolean =>
  mayAs(sessionOf(context, request)?.role ?? 'none', 'editor');

/** To whoever may not hand in, its address answers like all others of its zone. */
const isHandingIn = ({ path, canonical }: Target): boolean => canonical && `${path}/`.startsWith(HANDING_IN);

/** Two would be two addresses. */
function hasOneHost({ rawHeaders }: IncomingMessage): boolean {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2)
    if (rawHeaders[index]?.length === 4 && rawHeaders[index]?.toLowerCase() === 'host') count++;
  return count === 1;
}

function noteWhenDone(context: Context, request: IncomingMessage, response: ServerResponse, target?: Target): void {
  const start = performance.now();
  const from = shortened(context.originOf(request));
  response.once('close', () => {
    const ms = Math.round(performance.now() - start);
    context.log.request({
      method: request.method ?? '',
      path: target?.path ?? null,
      status: response.statusCode,
      ms,
      from,
    });
  });
}

function send({ method }: IncomingMessage, response: ServerResponse, { status, headers, body }: Reply): void {
  if (status !== 304) headers['content-length'] = body?.length ?? 0;
  response.writeHead(status, headers).end(method === 'HEAD' ? undefined : body);
}

/** What is no HTTP, or two readings of it, ends the connection. */
function refuse({ code }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

/** The answer to what is none of the gateway's own pages. */
function replyTo(
  context: Context,
  common: OutgoingHttpHeaders,
  target: Target | undefined,
  request: IncomingMessage,
): Reply {
  if (!target) return { status: 400, headers: { ...common, connection: 'close' } };
  const headers = { ...common };
  if (target.path === HEALTH) return healthReply(request, headers);
  const zone = zoneOf(target.path);
  if (!zone.role) return isReading(request) ? zoneReply(context, zone, target, headers, request) : readOnly(headers);
  // Nothing is looked up for those who may not see: all that is there answers like all that is not.
  headers['cache-control'] = PRIVATE;
  const session = sessionOf(context, request);
  if (!session) return entryReply(context, headers, request);
  if (!mayAs(session.role, zone.role)) return forbiddenReply(context, headers, request);
  if (!isReading(request)) return readOnly(headers);
  const file = context.site.files.get(zone.id)?.get(target.path);
  if (file && isDownload(request, file)) noteDownload(context, session, file);
  return zoneReply(context, zone, target, headers, request);
}

const isReading = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';

const readOnly = (headers: OutgoingHttpHeaders): Reply => ({
  status: 405,
  headers: { ...headers, allow: 'GET, HEAD' },
});

function healthReply(request: IncomingMessage, headers: OutgoingHttpHeaders): Reply {
  if (!isReading(request)) return readOnly(headers);
  return {
    status: 200,
    headers: { ...headers, 'cache-control': 'no-store', 'content-type': 'text/plain' },
    body: Buffer.from('ok\n'),
  };
}

/** Who asks; nobody without a session that lasts. */
function sessionOf({ secure, state, now }: Context, { headers }: IncomingMessage): Session | undefined {
  const id = readCookie(headers.cookie, 'session', secure);
  return id === undefined ? undefined : state.sessions.find(id, now());
}

function entryReply(context: Context, headers: OutgoingHttpHeaders, request: IncomingMessage): Reply {
  headers['content-security-policy'] = PAGE_POLICY;
  // RFC 9110, section 15.5.2, asks for a challenge; browsers show no dialogue for a scheme that they do not know.
  headers['www-authenticate'] = 'Session realm="POLI-NET"';
  return fileReply(request, entryPage(context), 401, headers);
}

function forbiddenReply(context: Context, headers: OutgoingHttpHeaders, request: IncomingMessage): Reply {
  headers['content-security-policy'] = PAGE_POLICY;
  return fileReply(request, forbiddenPage(context), 403, headers);
}

/** The policy of a zone's pages: the editor also asks the forge that it saves to. */
function policyIn({ settings: { editor } }: Context, { id, policy }: Zone): string {
  return id === 'admin' && editor ? editorPolicy(originsOf(forgeOf(editor))) : policy;
}

/** What the map of a zone has at an address, for somebody who may see it. */
function zoneReply(
  context: Context,
  zone: Zone,
  { path, canonical, query }: Target,
  headers: OutgoingHttpHeaders,
  request: IncomingMessage,
): Reply {
  const files = context.site.files.get(zone.id);
  const file = files?.get(path);
  const policy = policyIn(context, zone);
  if (zone.id === 'admin' && hasPopup(context)) headers['cross-origin-opener-policy'] = 'same-origin-allow-popups';
  if (file && canonical) {
    headers['content-security-policy'] = policyOf(file.type, policy);
    headers['cache-control'] ??= file.immutable ? IMMUTABLE : 'no-cache';
    return fileReply(request, file, 200, headers);
  }
  // The address comes from the map, not from the request.
  const moved = file ?? files?.get(`${path}/`);
  if (moved) return { status: 308, headers: { ...headers, location: moved.url + query } };
  const missing = files?.get(`${zone.base}404.html`);
  if (!missing) return { status: 404, headers };
  headers['content-security-policy'] = policy;
  headers['cache-control'] ??= 'no-cache';
  return fileReply(request, missing, 404, headers);
}

/** What pages are made of is no download. */
const isDownload = ({ method }: IncomingMessage, { type, url }: ServedFile): boolean =>
  method === 'GET' &&
  !/^(text\/html|text\/javascript|text\/css|image\/|font\/|application\/wasm)/.test(type) &&
  !url.includes('/pagefind/');

function noteDownload({ state, now }: Context, { address }: Session, { url }: ServedFile): void {
  state.events.addOnce({ at: now(), event: 'downloaded', who: address, about: url });
}
