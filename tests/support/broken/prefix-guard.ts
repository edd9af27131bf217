/** Broken on purpose: guards a prefix of the address as it was sent, and serves files by the address as it is decoded. */
import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, posix } from 'node:path';
import { typeOf } from '#gateway';
import { type Front, startFront } from './front.ts';

const GUARDED = ['/riservato/', '/accesso/', '/admin/', '/healthz'];
const PARTICIPANTS = '/riservato/';

/** The file at an address; nothing where there is none. */
function fileAt(dist: string, url: string): string | undefined {
  try {
    const path = posix.normalize(decodeURIComponent(url.replace(/[?#].*$/s, '')));
    const [edition, rest] = path.startsWith(PARTICIPANTS)
      ? ['participants', path.slice(PARTICIPANTS.length)]
      : ['public', path];
    const file = join(dist, edition, rest);
    return statSync(file).isDirectory() ? join(file, 'index.html') : file;
  } catch {
    return undefined;
  }
}

/**
 * Starts it beside the editions of a gateway.
 *
 * @param gateway the origin of the gateway that knows who is signed in
 */
export const startPrefixGuard = (gateway: string, dist: string): Promise<Front> =>
  startFront(gateway, {
    answer({ url = '', method }: IncomingMessage, response: ServerResponse): boolean {
      if (GUARDED.some((prefix) => url.startsWith(prefix)) || (method !== 'GET' && method !== 'HEAD')) return false;
      const file = fileAt(dist, url);
      try {
        const body = readFileSync(file ?? '');
        response.writeHead(200, { 'content-type': typeOf(file ?? ''), 'content-length': body.length }).end(body);
      } catch {
        response.writeHead(404).end();
      }
      return true;
    },
  });
