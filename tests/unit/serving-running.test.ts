import { randomBytes } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { Agent, get as httpGet, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { defaultSettings, type GatewayOptions } from '#gateway';
import { ask } from '../support/ask.ts';
import { type RunningGateway, runGateway } from '../support/gateway.ts';
import { handMade, handMadePage } from '../support/hand-made.ts';
import { type Files, temporaryFolder, writeFiles } from '../support/sources.ts';

const running: { gateway?: RunningGateway } = {};
const folders: { remove(): void }[] = [];
afterEach(async () => {
  await running.gateway?.close();
  running.gateway = undefined;
});
afterAll(() => {
  for (const folder of folders) folder.remove();
});

/** A gateway over editions made by hand, until the end of the test. */
async function serve(files: Files, options: Partial<GatewayOptions> = {}) {
  const made = handMade(files);
  folders.push(made);
  const gateway = await runGateway({ dist: made.dist, ...options });
  running.gateway = gateway;
  return { gateway, dist: made.dist };
}

/** Ends the gateway of the test before the test does. */
async function endGateway(): Promise<void> {
  await running.gateway?.close();
  running.gateway = undefined;
}

describe('a site that is put in place of another', () => {
  const pages = Array.from({ length: 30 }, (_, index) => `p${index}/`);
  const framed = (number: number, main: string) =>
    handMadePage('Una pagina', main).replace('</body>', `<footer>versione ${number}</footer></body>`);
  const version = (number: number): Files => {
    const page = framed(number, `<p>${number}</p>`.repeat(3000));
    return {
      ...Object.fromEntries(pages.map((path) => [`public/${path}index.html`, page])),
      'public/stile.css': `${`/* ${number} */`.repeat(3000)}/* versione ${number} */`,
      'public/accesso/index.html': framed(number, '<div data-forms></div>'),
      'participants/accesso/index.html': framed(number, '<div data-forms></div>'),
      'participants/index.html': page,
    };
  };
  const versionIn = (text: string) => Number(/versione (\d+)/.exec(text)?.[1]);

  it('is wholly the old one or wholly the new one in each reply, and never the old one again', async () => {
    const { gateway, dist } = await serve(version(1));
    const cookie = gateway.session(gateway.account('anna@example.org', 'participant'));
    const paths = ['stile.css', 'riservato/', 'accesso/', ...pages].map((path) => `/${path}`);
    const seen = new Set([1]);
    let over = false;
    const readOne = async (path: string, agent?: Agent) => {
      const least = Math.max(...seen);
      const { status, text } = await ask(gateway.origin, path, { agent, headers: { cookie } });
      expect([path, status]).toEqual([path, 200]);
      const found = versionIn(text);
      expect(found, `${path} after version ${least} was seen`).toBeGreaterThanOrEqual(least);
      const numbers = text.match(/(?<=<p>|\/\* )\d+/g) ?? [String(found)];
      expect(new Set(numbers), path).toEqual(new Set([String(found)]));
      seen.add(found);
      return found;
    };
    /** Reads one page after the other, on one connection. */
    const read = async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (let index = 0; !over; index++) await readOne(paths[index % paths.length] as string, agent);
      agent.destroy();
    };
    const replace = async () => {
      for (const number of [2, 3, 4, 5]) {
        writeFiles(dist, version(number));
        await gateway.reload();
      }
      over = true;
    };
    await Promise.all([replace(), ...Array.from({ length: 8 }, read)]);
    for (const path of paths) expect(await readOne(path)).toBe(5);
  });

  it('has none of the files that are no longer there', async () => {
    const { gateway, dist } = await serve({ ...version(1), 'public/vecchia/index.html': handMadePage('Vecchia') });
    const other = handMade(version(2));
    folders.push(other);
    expect((await ask(gateway.origin, '/vecchia/')).status).toBe(200);
    rmSync(dist, { recursive: true });
    renameSync(other.dist, dist);
    // Nothing changes until it is put in place.
    expect((await ask(gateway.origin, '/vecchia/')).status).toBe(200);
    await gateway.reload();
    expect((await ask(gateway.origin, '/vecchia/')).status).toBe(404);
    expect(versionIn((await ask(gateway.origin, '/p0/')).text)).toBe(2);
  });

  it('leaves the one before in place where it cannot be read', async () => {
    const { gateway, dist } = await serve(version(1));
    writeFiles(dist, { ...version(2), 'public/accesso/index.html': 'nothing to frame pages by' });
    await expect(gateway.reload()).rejects.toThrow('accesso/');
    expect(versionIn((await ask(gateway.origin, '/p0/')).text)).toBe(1);
    expect(versionIn((await ask(gateway.origin, '/accesso/')).text)).toBe(1);
  });
});

describe('a gateway that ends', () => {
  const large = randomBytes(24_000_000);

  it('sends the whole of what was asked for, and takes no new connection', async () => {
    const { gateway } = await serve({ 'public/grande.bin': large });
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      httpGet(new URL('/grande.bin', gateway.url), { agent: new Agent() }, resolve).once('error', reject);
    });
    // Half read: the rest waits in the server.
    const chunks: Buffer[] = [await new Promise<Buffer>((resolve) => response.once('data', resolve))];
    response.pause();
    const ended = endGateway();
    await expect(ask(gateway.origin, '/healthz')).rejects.toThrow('ECONNREFUSED');
    for await (const chunk of response) chunks.push(chunk as Buffer);
    await ended;
    expect(Buffer.concat(chunks).equals(large)).toBe(true);
  });

  it('works out the answers that it has begun with', async () => {
    const clock = { asked: () => undefined as unknown };
    const { gateway } = await serve(
      {},
      {
        now: () => {
          clock.asked();
          return Date.now();
        },
      },
    );
    const cookie = gateway.session(gateway.account('anna@example.org', 'participant'));
    // Whose session it is, is looked up at the time of the request.
    const begun = new Promise((resolve) => {
      clock.asked = () => resolve(undefined);
    });
    const form = { indirizzo: 'nessuno@example.org', password: 'una parola qualunque' };
    const answer = ask(gateway.origin, '/accesso/', { form, headers: { cookie } });
    await begun;
    await endGateway();
    expect(await answer).toMatchObject({ status: 401, text: expect.stringContaining('</html>') });
  });

  it('takes leave of those who only keep a connection', async () => {
    const { gateway } = await serve({});
    const agent = new Agent({ keepAlive: true });
    const [, socket] = await Promise.all([
      ask(gateway.origin, '/healthz', { agent }),
      new Promise<Socket>((resolve) => agent.once('free', resolve)),
    ]);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await endGateway();
    await closed;
  });
});

describe('the place that a request comes from', () => {
  const attempts = { attempts: 2, perOrigin: 2, minutes: 15 };
  const trying = (origin: string, forwarded?: string) =>
    ask(origin, '/accesso/', {
      form: { indirizzo: 'nessuno@example.org', password: 'qualunque parola' },
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    }).then(({ status }) => status);
  const tries = async (origin: string, ...forwarded: (string | undefined)[]) => {
    const found: number[] = [];
    for (const one of forwarded) found.push(await trying(origin, one));
    return found;
  };

  it('is the connection’s, whatever a stranger says', async () => {
    const { gateway } = await serve({}, { settings: { ...defaultSettings(), signIn: attempts } });
    expect(await tries(gateway.origin, '192.0.2.1', '192.0.2.2', '192.0.2.3', undefined)).toEqual([401, 401, 429, 429]);
  });

  it('is what a proxy says that the settings name', async () => {
    const settings = { ...defaultSettings(), signIn: attempts, proxies: ['127.0.0.1'] };
    const { gateway } = await serve({}, { settings });
    expect(await tries(gateway.origin, '192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2')).toEqual([
      401, 401, 429, 401,
    ]);
    // What a stranger wrote before it comes further left, and is not believed.
    expect(await tries(gateway.origin, '203.0.113.9, 192.0.2.1', '192.0.2.9, 192.0.2.1')).toEqual([429, 429]);
  });

  it('is not what a proxy says that they do not name', async () => {
    const settings = { ...defaultSettings(), signIn: attempts, proxies: ['10.0.0.0/8'] };
    const { gateway } = await serve({}, { settings });
    expect(await tries(gateway.origin, '192.0.2.1', '192.0.2.2', '192.0.2.3')).toEqual([401, 401, 429]);
  });

  it('is one for all of an IPv6 network, and another for its neighbour', async () => {
    const settings = { ...defaultSettings(), signIn: attempts, proxies: ['127.0.0.1'] };
    const { gateway } = await serve({}, { settings });
    const places = ['2001:db8:0:1::1', '2001:db8:0:1:ffff::2', '2001:db8:0:1::3', '2001:db8:0:2::1'];
    expect(await tries(gateway.origin, ...places)).toEqual([401, 401, 429, 401]);
  });
});

describe('time', () => {
  const HOUR = 3_600_000;
  const START = Date.UTC(2026, 0, 15);

  it('ends a session that is not used, and one that is, at the latest', async () => {
    const clock = { now: START };
    const { gateway } = await serve({}, { now: () => clock.now });
    const account = gateway.account('anna@example.org', 'participant');
    const statusAfter = async (cookie: string, hours: number) => {
      clock.now += hours * HOUR;
      return (await ask(gateway.origin, '/riservato/', { headers: { cookie } })).status;
    };
    const idle = gateway.session(account);
    expect(await statusAfter(idle, 11.9)).toBe(200);
    expect(await statusAfter(idle, 11.9)).toBe(200);
    expect(await statusAfter(idle, 12)).toBe(401);
    const used = gateway.session(account);
    for (let hours = 8; hours < 168; hours += 8) expect(await statusAfter(used, 8)).toBe(200);
    expect(await statusAfter(used, 7.9)).toBe(200);
    expect(await statusAfter(used, 0.1)).toBe(401);
  });

  it('takes what is older than it is to be kept out of the audit log', async () => {
    const folder = temporaryFolder();
    folders.push(folder);
    const settings = { ...defaultSettings(), audit: { days: 30 } };
    const clock = { now: START };
    const options = { state: folder.path, settings, now: () => clock.now };
    const registered = async (gateway: RunningGateway) => {
      const account = gateway.state.accounts.byAddress('anna@example.org');
      const cookie = gateway.session(account?.id ?? gateway.account('anna@example.org', 'coordinator'));
      return (await ask(gateway.origin, '/accesso/registro/', { headers: { cookie } })).text;
    };
    const first = (await serve({}, options)).gateway;
    await ask(first.origin, '/accesso/', { form: { indirizzo: 'vecchio@example.org', password: 'x' } });
    clock.now += 20 * 24 * HOUR;
    await ask(first.origin, '/accesso/', { form: { indirizzo: 'nuovo@example.org', password: 'x' } });
    expect(await registered(first)).toMatch(/nuovo@example\.org[\s\S]*vecchio@example\.org/);
    await endGateway();
    clock.now += 10 * 24 * HOUR;
    const text = await registered((await serve({}, options)).gateway);
    expect(text).toContain('nuovo@example.org');
    expect(text).not.toContain('vecchio@example.org');
  });
});
