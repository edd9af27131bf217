import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it, onTestFailed, vi } from 'vitest';
import { drawFrom, pick } from '../../scripts/bench/words.ts';
import { acknowledgedPeople } from '../support/acknowledged.ts';
import { ask } from '../support/ask.ts';
import { contentOf } from '../support/publications.ts';
import { type Started, start } from '../support/started.ts';
import { versionedSite } from '../support/versioned.ts';

/** Moments are drawn from this: the same seed draws the same. */
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const draw = drawFrom(seed);

/** How often what is killed, and the longest time until then, in milliseconds: about as long as what it is to hit takes. */
const KILLS = {
  /** The server, while the first coordinator is made. */
  setUp: { times: 2, longest: 400 },
  /** The server, while people sign in, invite and are invited. */
  people: { times: 10, longest: 1000 },
  /** The server, while it builds and people sign in. */
  building: { times: 5, longest: 2300 },
  /** The server, while its build publishes. */
  publishing: { times: 5, longest: 20 },
  /** The build alone. */
  build: { times: 12, longest: 1900 },
  /** The build alone, while it publishes. */
  publication: { times: 11, longest: 20 },
  /** Both at once. */
  both: { times: 3, longest: 1900 },
  /** The server, while it starts. */
  starting: { times: 2, longest: 2400 },
};
type Kill = keyof typeof KILLS;

const site = versionedSite();
const people = acknowledgedPeople(site.paths.state, draw);
const served = ({ origin }: Started) => site.served(origin, people.session('coordinator'));
const staging = join(site.paths.dist, '.next');

let server: Started | undefined;
afterAll(async () => {
  await server?.kill();
  site.remove();
});

const tellSeed = () => onTestFailed(() => console.error(`KILL_SEED=${seed}\n${server?.output() ?? ''}`));

/** Starts, and sees that all is there that was acknowledged. */
async function startAgain(): Promise<Started> {
  const started = start(site.paths);
  server = started;
  await started.serving();
  await people.check(started.origin, started.setupUrl !== undefined);
  expect(existsSync(staging)).toBe(false);
  return started;
}

/** Waits until something of a publication is there; or until its build is over. */
async function publishing(path: string, over: Promise<unknown>): Promise<void> {
  let isOver = false;
  void over.then(() => {
    isOver = true;
  });
  while (!existsSync(path) && !isOver) await new Promise(setImmediate);
}

/** Does what is to be broken off, and kills at a random moment of it. */
async function kill(kind: Kill, running: Started): Promise<void> {
  const moment = draw() * KILLS[kind].longest;
  if (kind === 'starting') {
    await running.kill();
    site.edit();
    const starting = start(site.paths);
    await sleep(moment);
    return starting.kill();
  }
  if (kind === 'people' || kind === 'setUp') {
    const setUp = people.coordinator() ? undefined : running.setupUrl;
    const acting = setUp ? people.setUp(running.origin, setUp) : people.act(running.origin, 5);
    await sleep(moment);
    await running.kill();
    return acting;
  }
  const over = running.until('Il sito ');
  site.edit();
  const acting = people.act(running.origin, kind === 'building' ? 3 : 0);
  if (kind === 'publishing' || kind === 'publication')
    await publishing(draw() < 0.5 ? staging : join(staging, 'plan.json'), over);
  else if (kind !== 'building') await running.building();
  await sleep(moment);
  if (kind === 'build' || kind === 'both' || kind === 'publication') running.killBuild();
  if (kind === 'build' || kind === 'publication') await over;
  else await running.kill();
  await acting;
}

describe('a site that is killed', () => {
  it('50 times at random moments is whole each time, and has lost nothing that it had acknowledged', async () => {
    tellSeed();
    const { setUp, ...rest } = KILLS;
    const kinds = (Object.keys(rest) as Kill[]).flatMap((kind) => Array<Kill>(KILLS[kind].times).fill(kind));
    expect(setUp.times + kinds.length).toBe(50);
    let running = await startAgain();
    let published = await served(running);
    for (let count = 0; count < 50; count++) {
      const kind = count < setUp.times ? 'setUp' : pick(draw, kinds);
      if (count >= setUp.times) kinds.splice(kinds.indexOf(kind), 1);
      await kill(kind, running);
      const alone = kind === 'build' || kind === 'publication';
      if (!alone) running = await startAgain();
      const found = await served(running);
      expect(found, kind).toBeGreaterThanOrEqual(published);
      if (!alone) expect(found, kind).toBe(site.version);
      published = found;
      if (count === setUp.times - 1 && !people.coordinator())
        await people.setUp(running.origin, running.setupUrl ?? '');
    }
  }, 400_000);

  it('is, after all that, what a site is that was never killed', async () => {
    tellSeed();
    const beside = site.beside();
    const other = start(beside);
    await other.serving();
    await other.kill();
    await server?.kill();
    server = await startAgain();
    expect(contentOf(site.paths.dist)).toEqual(contentOf(beside.dist));
  });

  it.each([
    ['has begun to be put in place is served', join(staging, 'plan.json')],
    ['was being made is served, or the one before', staging],
  ])('and started again over content with errors, names them; the version that %s', async (_, path) => {
    tellSeed();
    const running = server ?? (await startAgain());
    if (!people.coordinator()) await people.setUp(running.origin, running.setupUrl ?? '');
    while (!people.session('editor')) await people.act(running.origin, 5);
    const before = site.version;
    const over = running.until('Il sito ');
    site.edit();
    await publishing(path, over);
    running.killBuild();
    await running.kill();
    const planned = existsSync(join(staging, 'plan.json'));
    const broken = site.breakIt();

    const again = await startAgain();
    expect(again.output()).toMatch(new RegExp(`${broken}:\\d+:\\d+  errore`));
    expect(again.output()).toContain('intanto si serve l’ultima versione buona del sito');
    expect(planned ? [site.version] : [before, site.version]).toContain(await served(again));
    const status = async () => {
      const cookie = people.session('editor') ?? '';
      return (await ask(again.origin, '/accesso/stato/', { headers: { cookie } })).text;
    };
    expect(await status()).toMatch(new RegExp(`hanno errori: il sito resta[\\s\\S]*${broken}`));

    site.mendIt();
    expect(await again.until('Il sito è aggiornato')).toBe(true);
    expect(await served(again)).toBe(site.version);
    expect(await status()).toMatch(/Pubblicato il/);
  });

  it('misses no change that is made while it starts', async () => {
    tellSeed();
    await server?.kill();
    server = start(site.paths);
    await server.until('Controllati');
    site.edit();
    await server.serving();
    await vi.waitFor(async () => expect(await served(server as Started)).toBe(site.version), {
      timeout: 20_000,
      interval: 500,
    });
  });
});
