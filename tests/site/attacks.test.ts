import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { changeRole, OPERATOR, revokeSessions } from '#gateway';
import { form, request } from '../support/attacks/attack.ts';
import { type Ground, groundOn, type Person } from '../support/attacks/ground.ts';
import { type Neighbours, startNeighbours } from '../support/attacks/neighbours.ts';
import { honestPosts } from '../support/attacks/posts.ts';
import { attackAll, type Finding, families } from '../support/attacks/suite.ts';
import type { Front } from '../support/broken/front.ts';
import { startPrefixGuard } from '../support/broken/prefix-guard.ts';
import { startSharedCache } from '../support/broken/shared-cache.ts';
import { startSignOutByGet } from '../support/broken/sign-out-by-get.ts';
import { type RunningGateway, runGateway } from '../support/gateway.ts';
import { mannWhitney } from '../support/ranks.ts';
import { type Connection, exchange, openConnection, type RawReply } from '../support/raw.ts';

const LEAST_REQUESTS = 400;

let neighbours: Neighbours;
let gateway: RunningGateway;
let ground: Ground;

beforeAll(async () => {
  neighbours = await startNeighbours();
  gateway = await runGateway({ dist: inject('dist'), settings: neighbours.settings });
  ground = await groundOn(gateway, neighbours, inject('dist'));
});
afterAll(async () => {
  await gateway?.close();
  await neighbours?.close();
});

describe('attacks', () => {
  it('find nothing', async () => {
    const { findings, requests } = await attackAll(ground);
    expect(Object.keys(requests)).toEqual(families.map(({ name }) => name));
    expect(Object.values(requests).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(LEAST_REQUESTS);
    expect(findings).toEqual([]);
  });

  it('know what is restricted when they see it', async () => {
    const connection = await openConnection(ground.port);
    const session = ground.session('participant');
    const missed: string[] = [];
    for (const address of ground.restricted.addresses) {
      const { body, status } = await connection.ask(open(request(ground, encodeURI(address), { session })));
      if (status !== 200 || ground.restricted.find(body.toString('latin1')) === undefined) missed.push(address);
    }
    connection.close();
    expect(missed).toEqual([]);
    expect(ground.etags.size).toBeGreaterThan(100);
  });

  it.each([
    ['a prefix guard', 'path spellings', 'restricted bytes', () => startPrefixGuard(gateway.origin, inject('dist'))],
    ['a sign-out by GET', 'cross-site posts', 'session ended', () => startSignOutByGet(gateway.origin)],
    ['shared cache headers', 'ranges', 'cacheable', () => startSharedCache(gateway.origin)],
  ] as const)('find %s', async (_, family, rule, start: () => Promise<Front>) => {
    const front = await start();
    const { findings } = await attackAll(await groundOn(gateway, neighbours, inject('dist'), front.origin));
    await front.close();
    const kinds = new Set(findings.map((finding: Finding) => `${finding.family}: ${finding.rule}`));
    expect([...kinds]).toContain(`${family}: ${rule}`);
  });

  it('are refused for where they come from, not for what they say: the same forms work from here', async () => {
    const outcomes = new Map<string, number | undefined>();
    for (const { path, fields, session } of honestPosts(ground)) {
      const { replies } = await exchange(ground.port, form(ground, path, fields, { session }));
      outcomes.set(path, replies[0]?.status);
    }
    expect([...outcomes].filter(([, status]) => status === 403 || status === 415)).toEqual([]);
    expect(outcomes.get('/accesso/')).toBe(303);
    expect(outcomes.get('/accesso/persone/')).toBe(303);
    expect(outcomes.size).toBeGreaterThan(8);
  });
});

/** A request that leaves the connection open. */
const open = (bytes: string): string => bytes.replace('Connection: close\r\n', '');

describe('without a session', () => {
  const conditions: Record<string, (etag: string) => string[]> = {
    'as it is': () => [],
    'in part': () => ['Range: bytes=0-9'],
    'in part, on its validator': (etag) => ['Range: bytes=0-9', `If-Range: ${etag}`],
    'none of its validator': (etag) => [`If-None-Match: ${etag}`],
    'none of any': () => ['If-None-Match: *'],
    'one of any': () => ['If-Match: *'],
    'one of its validator': (etag) => [`If-Match: ${etag}`],
    'modified since a day to come': () => ['If-Modified-Since: Fri, 31 Dec 2099 23:59:59 GMT'],
    compressed: () => ['Accept-Encoding: br, gzip'],
  };
  /** All that a reply says, but for the time. */
  const lookOf = ({ status, headers, body }: RawReply) => ({
    status,
    headers: headers.filter(([name]) => name !== 'date'),
    body: body.toString('latin1'),
  });

  it.each(
    ['GET', 'HEAD', 'POST', 'OPTIONS'].flatMap((method) =>
      Object.keys(conditions).map((name) => [method, name] as const),
    ),
  )('everything protected answers alike to %s, %s', async (method, name) => {
    const { page, file, missingPage, missingFile, addresses } = ground.restricted;
    const kinds = [
      '/riservato/',
      '/riservato',
      page.slice(0, -1),
      '/admin/',
      '/admin/config.yml',
      '/riservato/404.html',
    ];
    const some = addresses.filter((_, index) => index % 25 === 0).map(encodeURI);
    const connection = await openConnection(ground.port);
    const looks = [];
    for (const address of [page, missingPage, file, missingFile, ...kinds, ...some]) {
      const lines = conditions[name]?.(ground.etag) ?? [];
      looks.push(lookOf(await connection.ask(open(request(ground, address, { method, lines })))));
    }
    connection.close();
    expect(looks[0]?.status).toBe(401);
    for (const look of looks) expect(look).toEqual(looks[0]);
  });

  /** Times of requests for two addresses, asked in turns whose order is drawn anew each time. */
  async function timesOf(addresses: readonly [string, string]): Promise<[number[], number[]]> {
    const connection = await openConnection(ground.port);
    const bytes = addresses.map((address) => open(request(ground, address)));
    const times: [number[], number[]] = [[], []];
    let drawn = 1;
    for (let turn = 0; turn < TRIES; turn++) {
      // The same order in every run: a linear congruential generator (Numerical Recipes).
      drawn = (Math.imul(drawn, 1_664_525) + 1_013_904_223) >>> 0;
      const first = drawn >>> 31;
      for (const which of [first, 1 - first] as (0 | 1)[]) {
        const start = performance.now();
        await connection.ask(bytes[which] as string);
        times[which].push(performance.now() - start);
      }
    }
    connection.close();
    return times;
  }
  const TRIES = 1_000;
  const CHANCE = 0.001;

  it('what is there takes no other time than what is not', async () => {
    const { page, missingPage } = ground.restricted;
    const apart = async () => mannWhitney(...(await timesOf([page, missingPage]))) <= CHANCE;
    // Of a thousand runs one is below by chance alone: of a million one is so twice.
    expect((await apart()) && (await apart())).toBe(false);
  });

  it('would be told apart by a little more work', async () => {
    expect(mannWhitney(...(await timesOf([ground.restricted.page, '/accesso/'])))).toBeLessThan(CHANCE);
  });
});

describe('what changes who may see, holds from the next request on every open connection', () => {
  const CONNECTIONS = 5;
  let connections: Connection[];

  beforeAll(async () => {
    connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => openConnection(ground.port)));
  });
  afterAll(() => {
    for (const connection of connections) connection.close();
  });

  /** The statuses of one page, on every connection. */
  const statusesOf = async (session: string, target: string = ground.restricted.page): Promise<number[]> => {
    const replies = await Promise.all(
      connections.map((connection) => connection.ask(open(request(ground, target, { session })))),
    );
    return [...new Set(replies.map(({ status }) => status))];
  };
  const operator = { who: OPERATOR, now: Date.now() };
  const grant = (person: Person, role: Parameters<typeof changeRole>[2]['role']) =>
    changeRole(gateway.state, ground.people[person], { role, participant: null }, operator);

  it.each([
    ['the end of a session', (session: string) => gateway.state.sessions.end(session)],
    ['the end of all sessions', () => revokeSessions(gateway.state, ground.people.participant, operator)],
    ['signing out', (session: string) => exchange(ground.port, form(ground, '/accesso/uscita/', {}, { session }))],
    [
      'a coordinator’s word',
      () => {
        const fields = { azione: 'sessioni', conto: ground.people.participant };
        const asked = { session: ground.session('coordinator') };
        return exchange(ground.port, form(ground, '/accesso/persone/', fields, asked));
      },
    ],
  ])('%s', async (_, change: (session: string) => unknown) => {
    const session = ground.session('participant');
    expect(await statusesOf(session)).toEqual([200]);
    await change(session);
    expect(await statusesOf(session)).toEqual([401]);
  });

  it('the loss of a role', async () => {
    const session = ground.session('participant');
    expect(await statusesOf(session)).toEqual([200]);
    grant('participant', 'none');
    expect(await statusesOf(session)).toEqual([401]);
    grant('participant', 'participant');
    expect(await statusesOf(session)).toEqual([401]);
  });

  it('a role raised, and lowered', async () => {
    const session = ground.session('editor');
    const steps = [
      ['participant', 200, 403],
      ['editor', 200, 200],
      ['coordinator', 200, 200],
      ['participant', 200, 403],
    ] as const;
    for (const [role, reading, status] of steps) {
      grant('editor', role);
      expect(await statusesOf(session)).toEqual([reading]);
      expect(await statusesOf(session, '/accesso/stato/')).toEqual([status]);
    }
    gateway.state.accounts.grant(ground.people.editor, 'none', null, 'hand');
    expect(await statusesOf(session)).toEqual([403]);
  });
});
