import { chmodSync, existsSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { finishPublication, publish } from '../../scripts/publish.ts';
import { PowerCut, withFault } from '../support/breakable-disk.ts';
import {
  contentOf,
  type Edition,
  type Editions,
  EMPTY,
  finishedIn,
  flat,
  isEqual,
  servedIn,
} from '../support/publications.ts';
import { temporaryFolder, writeFiles } from '../support/sources.ts';

vi.mock('node:fs', async (original) => ({
  ...(await original<object>()),
  ...(await import('../support/breakable-disk.ts')).fs,
}));
vi.mock('node:fs/promises', async (original) => ({
  ...(await original<object>()),
  ...(await import('../support/breakable-disk.ts')).promises,
}));

const folder = temporaryFolder();
afterAll(folder.remove);

const finished = (editions: Editions, kept?: Record<string, string[]>) =>
  finishedIn(join(folder.path, 'fonte'), editions, kept);

const before: Editions = {
  public: {
    'index.html': 'start, old',
    'guide/a/index.html': 'a, old',
    'guide/b/index.html': 'b, the same',
    'guide/c/d/index.html': 'to be taken away',
    'pagefind/pagefind-entry.json': 'entry, old',
    'pagefind/fragment/old': 'fragment, old',
    'style.css': 'style, old',
  },
  participants: { 'index.html': 'start, old', 'guide/r/index.html': 'r, kept', 'foglio.csv': 'old' },
};
const after: Editions = {
  public: {
    'index.html': 'start, new',
    'guide/a/index.html': 'a, new and longer',
    'guide/b/index.html': 'b, the same',
    'guide/e/index.html': 'e, new',
    'pagefind/pagefind-entry.json': 'entry, new',
    'pagefind/fragment/new': 'fragment, new',
    'style.css': 'style, new',
  },
  participants: {
    'index.html': 'start, new',
    'guide/r/index.html': 'r, kept',
    'foglio.csv': 'new',
    'g/index.html': 'g',
  },
};
const kept = { participants: ['guide/r/index.html'] };

let number = 0;
/** A new folder of editions with these in it. */
function distOf(editions: Editions): string {
  const dist = join(folder.path, `dist-${number++}`);
  writeFiles(dist, flat(editions));
  return dist;
}

const hasPlan = (dist: string) => existsSync(join(dist, '.next', 'plan.json'));

type Kept = Record<string, string[]>;

/**
 * Publishes on a disk that has a fault after a number of changes.
 *
 * @returns `decided`: the publication has begun to be seen, or a plan for that is there
 */
async function publishUntil(
  changes: number,
  from: Editions,
  to: Editions,
  kept: Kept = {},
  fault: 'cut' | 'full' = 'cut',
) {
  const dist = distOf(from);
  const editions = finished(to, kept);
  const ended = await withFault(fault, changes, () => publish(dist, editions));
  return { ...ended, dist, decided: hasPlan(dist) || !isEqual(servedIn(dist), flat(from)) };
}

/** Each number of changes after which a publication can be broken off. */
async function stepsOf(from: Editions, to: Editions, kept: Kept = {}): Promise<number[]> {
  const { changes, error } = await publishUntil(Number.POSITIVE_INFINITY, from, to, kept);
  if (error) throw error;
  return Array.from({ length: changes }, (_, index) => index);
}

/** Breaks a publication off at every step, and finishes it. */
async function breakOffEverywhere(from: Editions, to: Editions, kept: Kept = {}): Promise<void> {
  const ends = new Set<boolean>();
  for (const changes of await stepsOf(from, to, kept)) {
    const { dist, error, decided } = await publishUntil(changes, from, to, kept);
    expect(error, `after ${changes} changes`).toBeInstanceOf(PowerCut);
    // A plan is the first that shows of it.
    if (decided && !ends.has(true)) expect(hasPlan(dist)).toBe(true);
    finishPublication(dist);
    ends.add(decided);
    expect(contentOf(dist), `broken off after ${changes} changes`).toEqual(flat(decided ? to : from));
  }
  expect([...ends]).toEqual([false, true]);
}

describe('a publication', () => {
  it('puts what is new in place, leaves what stays, and takes away the rest with folders that are empty then', async () => {
    const dist = distOf(before);
    await publish(dist, finished(after, kept));
    expect(contentOf(dist)).toEqual(flat(after));
  });

  it('leaves files that are the same as they were, with their dates', async () => {
    const dist = distOf(before);
    const same = join(dist, 'public/guide/b/index.html');
    utimesSync(same, 1000, 1000);
    const { ino } = statSync(same);
    await publish(dist, finished(after, kept));
    expect(statSync(same)).toMatchObject({ ino, mtimeMs: 1_000_000 });
  });

  it('of one edition leaves the other alone', async () => {
    const dist = distOf(before);
    await publish(dist, finished({ participants: after.participants as Edition }, kept));
    expect(contentOf(dist)).toEqual(flat({ ...before, participants: after.participants as Edition }));
  });

  it('passes over what an earlier one left beside', async () => {
    const dist = distOf(before);
    writeFiles(dist, { '.next/public/index.html': 'half', '.next/plan.new': '{"public":' });
    await publish(dist, finished(after, kept));
    expect(contentOf(dist)).toEqual(flat(after));
  });
});

describe('a publication that is broken off', () => {
  it('at any step, and finished, equals one that was not; until its plan is there it has changed nothing', async () => {
    await breakOffEverywhere(before, after, kept);
  });

  it('the first time leaves an edition whole or not at all', async () => {
    await breakOffEverywhere({}, before);
  });

  it('has whole files only, pages after what they lead to, and takes away last', async () => {
    const [old, next] = [flat(before), flat(after)];
    for (const changes of await stepsOf(before, after, kept)) {
      const found = servedIn((await publishUntil(changes, before, after, kept)).dist);
      for (const [path, text] of Object.entries(found)) expect([old[path], next[path], EMPTY], path).toContain(text);
      for (const id of Object.keys(after)) {
        const changed = Object.keys(next).filter((path) => path.startsWith(`${id}/`) && next[path] !== old[path]);
        const missing = changed.filter((path) => found[path] !== next[path]);
        const pages = changed.filter((path) => path.endsWith('.html'));
        if (pages.some((path) => !missing.includes(path)))
          expect(
            missing.filter((path) => !pages.includes(path)),
            `after ${changes} changes`,
          ).toEqual([]);
        const gone = Object.keys(old).filter((path) => path.startsWith(`${id}/`) && !(path in next || path in found));
        if (gone.length > 0) expect(missing, `after ${changes} changes`).toEqual([]);
      }
    }
  });

  it('again and again while it is being finished, still comes to its end', async () => {
    const steps = fc.constantFrom(...(await stepsOf(before, after, kept)));
    await fc.assert(
      fc.asyncProperty(steps, fc.array(fc.nat({ max: 8 }), { maxLength: 6 }), async (first, more) => {
        const { dist, decided } = await publishUntil(first, before, after, kept);
        for (const changes of more) await withFault('cut', changes, () => finishPublication(dist));
        finishPublication(dist);
        expect(contentOf(dist)).toEqual(flat(decided ? after : before));
      }),
    );
  });
});

describe('an address that was a file and is a folder, or was a folder and is a file', () => {
  const asFile = { public: { 'index.html': 'i', uno: 'a file' } };
  const asFolder = { public: { 'index.html': 'j', 'uno/due/tre.html': 'in a folder', 'uno/style.css': 'x' } };

  it.each([
    ['a file becomes a folder', asFile, asFolder],
    ['a folder becomes a file', asFolder, asFile],
  ])('%s', async (_, from, to) => {
    const dist = distOf(from);
    await publish(dist, finished(to));
    expect(contentOf(dist)).toEqual(flat(to));
  });

  it.each([
    ['a file becomes a folder', asFile, asFolder],
    ['a folder becomes a file', asFolder, asFile],
  ])('%s, broken off at any step', async (_, from, to) => {
    await breakOffEverywhere(from, to);
  });
});

describe('a publication for which there is no room', () => {
  it('leaves the editions as they were, or is finished when there is room again', async () => {
    for (const changes of await stepsOf(before, after, kept)) {
      const { dist, error, decided } = await publishUntil(changes, before, after, kept, 'full');
      if (error) expect(error).toMatchObject({ code: 'ENOSPC' });
      if (!decided) expect(servedIn(dist)).toEqual(flat(before));
      finishPublication(dist);
      expect(contentOf(dist)).toEqual(flat(decided ? after : before));
    }
  });

  it('or no folder, leaves them as they were', async () => {
    const dist = distOf({ public: before.public as Edition });
    writeFileSync(join(dist, 'participants'), 'no folder');
    const was = servedIn(dist);
    await expect(publish(dist, finished(after))).rejects.toThrow(/ENOTDIR|EEXIST/);
    expect(servedIn(dist)).toEqual(was);
  });

  it('or of which a file has gone meanwhile, leaves them as they were', async () => {
    const dist = distOf(before);
    const editions = finished(after, kept);
    const gone = { files: new Map([['foglio.csv', join(folder.path, 'manca.csv')]]), kept: [] };
    await expect(publish(dist, new Map([...editions, ['participants', gone]]))).rejects.toThrow('ENOENT');
    expect(servedIn(dist)).toEqual(flat(before));
  });

  it.skipIf(process.getuid?.() === 0)('or no permission, which root always has, leaves them as they were', async () => {
    const dist = distOf(before);
    chmodSync(dist, 0o555);
    await expect(publish(dist, finished(after, kept))).rejects.toThrow('EACCES');
    chmodSync(dist, 0o755);
    expect(contentOf(dist)).toEqual(flat(before));
  });
});

it('finishing does nothing where no publication was broken off, nor where there are no editions', () => {
  const dist = distOf(before);
  finishPublication(dist);
  expect(contentOf(dist)).toEqual(flat(before));
  const nowhere = join(folder.path, 'nessuna');
  finishPublication(nowhere);
  expect(existsSync(nowhere)).toBe(false);
});
