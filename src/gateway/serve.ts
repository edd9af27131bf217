/** A server of one folder, on one address. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { filesOf, type ServedFile } from './files.ts';

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const headers = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};

/**
 * Serves every file of a folder.
 *
 * @param settings.base the path under which it is served, such as `/`
 * @param settings.port 0 for any free one
 * @returns the address it answers at, and how to stop it
 */
export async function serveFolder(settings: { folder: string; base: string; host: string; port: number }) {
  const files = filesOf(settings.folder, settings.base);
  const server = createServer((request, response) => answer(files, settings.base, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
    });
  return { url: `http://${host}:${port}/`, close };
}

function answer(
  files: Map<string, ServedFile>,
  base: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const head = request.method === 'HEAD';
  if (request.method !== 'GET' && !head) {
    response.writeHead(405, { ...headers, allow: 'GET, HEAD' }).end();
    return;
  }
  const [path = '/', query] = (request.url ?? '/').split('?', 2);
  const file = files.get(path);
  const slashed = `${path}/`;
  if (!file && files.has(slashed)) {
    response.writeHead(308, { ...headers, location: query === undefined ? slashed : `${slashed}?${query}` }).end();
    return;
  }
  const shown = file ?? files.get(`${base}404.html`);
  if (!shown) {
    response.writeHead(404, headers).end();
    return;
  }
  const cache = shown.immutable ? 'public, max-age=31536000, immutable' : 'no-cache';
  const common = { ...headers, 'content-type': shown.type, etag: shown.etag, 'cache-control': cache };
  if (file && request.headers['if-none-match'] === shown.etag) {
    response.writeHead(304, common).end();
    return;
  }
  response
    .writeHead(file ? 200 : 404, { ...common, 'content-length': shown.body.length })
    .end(head ? undefined : shown.body);
}
