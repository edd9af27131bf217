/** What the editor's backend is asked by those who mean harm: nothing is read, written or done that may not be. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWithoutOrigin, startWithoutRoles, startWithPrefixes } from '../support/broken/editing.ts';
import type { Front } from '../support/broken/front.ts';
import { type Ground, makeGround } from '../support/editing-attacks/ground.ts';
import { pathFamily } from '../support/editing-attacks/paths.ts';
import { roleFamily } from '../support/editing-attacks/roles.ts';
import { siteFamily } from '../support/editing-attacks/sites.ts';
import { attackAll, families } from '../support/editing-attacks/suite.ts';

const LEAST_REQUESTS = 4_000;

let ground: Ground;
let sent = 0;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground?.close());

describe('attempts on the editor’s backend find nothing, and leave the repository as it was', () => {
  it.each(families.map((family) => [family.name, family] as const))('%s', async (name, family) => {
    const { findings, requests } = await attackAll(ground, [family]);
    expect(findings).toEqual([]);
    expect(requests[name]).toBeGreaterThan(0);
    sent += requests[name] ?? 0;
  });

  it('are many', () => {
    expect(sent).toBeGreaterThan(LEAST_REQUESTS);
  });
});

describe('attempts on a backend that is broken find it', () => {
  const some = (family: typeof pathFamily, every: number) => ({
    name: family.name,
    attempts: async (on: Ground) => (await family.attempts(on)).filter((_, at) => at % every === 0),
  });

  it.each([
    [
      'guards a prefix',
      pathFamily,
      1,
      ['secret bytes', 'changed'],
      ({ edited }: Ground) => startWithPrefixes(edited.gateway.origin, edited.made.path),
    ],
    [
      'asks not where requests come from',
      siteFamily,
      3,
      ['answered 200', 'changed'],
      ({ edited }: Ground) => startWithoutOrigin(edited.gateway.origin),
    ],
    [
      'asks for a session and no role',
      roleFamily,
      1,
      ['answered 200', 'changed'],
      ({ edited, cookies }: Ground) => startWithoutRoles(edited.gateway.origin, cookies.coordinator),
    ],
  ] as const)('that %s', async (_, family, every, faults, start: (on: Ground) => Promise<Front>) => {
    const own = await makeGround();
    const front = await start(own);
    try {
      const { findings } = await attackAll({ ...own, origin: front.origin }, [some(family, every)]);
      for (const fault of faults)
        expect(findings.filter((finding) => finding.fault.startsWith(fault)).length, fault).toBeGreaterThan(0);
    } finally {
      await front.close();
      await own.close();
    }
  });
});
