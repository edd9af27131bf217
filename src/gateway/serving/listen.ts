/** Listening, also for many who come at once. */
import type { Server } from 'node:http';
import { type AddressInfo, createServer, Server as NetServer, type Socket } from 'node:net';

/** How many connections may wait to be taken. */
const BACKLOG = 4_096;
/**
 * How many sockets take connections. libuv takes one connection a turn from each: with one socket, those who are in
 * keep those who wait outside for half a minute when 2,000 come at once.
 */
const SOCKETS = 64;
/** How long requests under way may take when the server stops, in milliseconds. */
const GRACE = 10_000;

export interface Listening {
  /** The address that is listened at. */
  url: string;
  /** Takes no more connections, answers what was asked for, and ends. */
  stop(): Promise<void>;
}

/**
 * Listens.
 *
 * @param port 0 for any free one
 * @throws EADDRINUSE where somebody else listens there
 */
export async function listen(server: Server, host: string, port: number): Promise<Listening> {
  // Sockets that share a port do not notice another that has it: one that shares nothing asks first.
  const free = await freePort(host, port);
  const shared = { host, port: free, backlog: BACKLOG, reusePort: process.platform === 'linux' };
  const takers = Array.from({ length: shared.reusePort ? SOCKETS - 1 : 0 }, () =>
    createServer({ noDelay: true }, (socket) => server.emit('connection', socket)),
  );
  for (const one of [server, ...takers]) await opened(one, shared);
  const connections = watchConnections(server);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${free}`,
    async stop() {
      // Node's own way to close a server breaks off answers that are still on their way.
      const ended = [server, ...takers].map((one) => closed(one));
      connections.endIdle();
      const force = setTimeout(() => server.closeAllConnections(), GRACE);
      await Promise.all(ended);
      clearTimeout(force);
    },
  };
}

/**
 * The port, where nobody listens at it.
 *
 * @param port 0 for any
 * @throws EADDRINUSE where somebody does
 */
export async function freePort(host: string, port: number): Promise<number> {
  const asking = await opened(createServer(), { host, port });
  const { port: free } = asking.address() as AddressInfo;
  await closed(asking);
  return free;
}

const opened = <Kind extends NetServer>(server: Kind, options: object): Promise<Kind> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options, () => {
      server.off('error', reject);
      resolve(server);
    });
  });

/** Takes no more connections; ends when those that there are have ended. */
const closed = (server: NetServer): Promise<void> =>
  new Promise((resolve) => NetServer.prototype.close.call(server, () => resolve()));

/** Knows which connections wait for an answer. */
function watchConnections(server: Server) {
  const waiting = new Map<Socket, number>();
  let ending = false;
  const change = (socket: Socket, by: number) => {
    const count = (waiting.get(socket) ?? 0) + by;
    waiting.set(socket, count);
    if (ending && count === 0) socket.destroySoon();
  };
  server.on('connection', (socket: Socket) => {
    waiting.set(socket, 0);
    socket.once('close', () => waiting.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    change(socket, 1);
    response.once('close', () => change(socket, -1));
  });
  return {
    /** Ends connections that wait for nothing, and the others when they have had their answer. */
    endIdle() {
      ending = true;
      for (const [socket, count] of waiting) if (count === 0) socket.destroySoon();
    },
  };
}
