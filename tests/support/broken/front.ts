/** A server in front of a gateway: passes on what comes, but for one defect. */
import {
  Agent,
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Front {
  /** The address without a slash at its end. */
  origin: string;
  close(): Promise<void>;
}

/** A header's name and value. */
export type Header = readonly [string, string];

export interface Defect {
  /** Answers a request itself. @returns false where it is passed on */
  answer?(asked: IncomingMessage, response: ServerResponse): boolean;
  /** The method and headers with which a request is passed on. */
  passOn?(
    asked: IncomingMessage,
    headers: readonly Header[],
  ): { method: string; headers: readonly Header[] } | undefined;
  /** The headers of a reply as it comes back. */
  comeBack?(asked: IncomingMessage, status: number, headers: OutgoingHttpHeaders): OutgoingHttpHeaders;
}

/** Starts a front on loopback. @param gateway the origin of what stands behind it */
export async function startFront(gateway: string, defect: Defect): Promise<Front> {
  const agent = new Agent({ keepAlive: true });
  const server = createServer((asked, response) => {
    if (!defect.answer?.(asked, response)) passOn({ gateway, agent, defect }, asked, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      agent.destroy();
    },
  };
}

interface Way {
  gateway: string;
  agent: Agent;
  defect: Defect;
}

function passOn({ gateway, agent, defect }: Way, asked: IncomingMessage, response: ServerResponse): void {
  const { hostname: host, port } = new URL(gateway);
  const sent = headersOf(asked);
  const { method, headers } = defect.passOn?.(asked, sent) ?? { method: asked.method, headers: sent };
  // What cannot be passed on is the fault of who asked.
  const refuse = () => (response.headersSent ? response.destroy() : response.writeHead(400).end());
  try {
    const path = asked.url ?? '';
    const passed = request({ host, port, method, path, headers: headers.flat(), agent, setHost: false }, (reply) => {
      if (response.headersSent) return void reply.resume();
      const status = reply.statusCode ?? 0;
      const { connection: _, ...rest } = reply.headers;
      response.writeHead(status, defect.comeBack?.(asked, status, rest) ?? rest);
      reply.pipe(response);
    });
    passed.on('error', refuse);
    asked.on('error', refuse).pipe(passed);
    response.once('close', () => passed.destroy());
  } catch {
    refuse();
  }
}

/** Headers as they came; that of the connection is about the one to here. */
function headersOf({ rawHeaders }: IncomingMessage): Header[] {
  const found: Header[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2);
    if (name.toLowerCase() !== 'connection') found.push([name, value]);
  }
  return found;
}
