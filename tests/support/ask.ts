/** Requests as they go over the wire: no header added, nothing decoded, no redirect followed. */
import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  /** The bytes as they came. */
  body: Buffer;
  text: string;
}

export interface Asked {
  method?: string;
  headers?: Record<string, string | string[]>;
  /** Sent as a form of the same site. */
  form?: Record<string, string>;
  /** Sent as it is. */
  body?: string | Buffer;
  agent?: Agent;
}

/** Asks for a path of a server. Each request has a connection of its own, unless an agent is given. */
export function ask(
  origin: string,
  path: string,
  { method, headers = {}, form, body, agent }: Asked = {},
): Promise<Reply> {
  const own = form && { origin, 'content-type': 'application/x-www-form-urlencoded' };
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const options = { hostname, port, path, agent: agent ?? new Agent(), headers: { ...own, ...headers } };
    const sent = request({ ...options, method: method ?? (form ? 'POST' : 'GET') }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const body = Buffer.concat(chunks);
        const { statusCode: status = 0, headers } = response;
        if (response.complete) resolve({ status, headers, body, text: body.toString('utf8') });
        else reject(new Error('The answer was cut off.'));
      });
    });
    sent.once('error', reject);
    sent.end(form ? new URLSearchParams(form).toString() : body);
  });
}

/** The value of a cookie that a reply sets, as a `cookie` header; nothing where it sets none. */
export function cookieFrom({ headers }: Reply, name = 'polinet-session'): string | undefined {
  const found = headers['set-cookie']?.find((line) => line.startsWith(`${name}=`));
  return found?.split(';')[0];
}
