import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it, vi } from 'vitest';
import { watchSources } from '../../scripts/watch.ts';
import { temporaryFolder } from '../support/sources.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

/** Longer than changes are waited for: each is a burst of its own. */
const APART = 250;

it('bursts of changes while the call before is under way become one call, after the last of them', async () => {
  const path = join(folder.path, 'guida.mdx');
  writeFileSync(path, '0');
  const calls: PromiseWithResolvers<void>[] = [];
  const listening = Promise.withResolvers<void>();
  const stop = watchSources(
    [folder.path],
    () => {
      const call = Promise.withResolvers<void>();
      calls.push(call);
      return call.promise;
    },
    listening.resolve,
  );
  const called = (times: number) => vi.waitFor(() => expect(calls).toHaveLength(times), { timeout: 20_000 });
  await listening.promise;
  writeFileSync(path, 'first');
  await called(1);
  for (let count = 0; count < 4; count++) {
    writeFileSync(path, `burst ${count}`);
    await sleep(APART);
  }
  expect(calls).toHaveLength(1);
  calls[0]?.resolve();
  await called(2);
  calls[1]?.resolve();
  // What waited as one is done; only what changes from now on calls again.
  await sleep(APART);
  expect(calls).toHaveLength(2);
  writeFileSync(path, 'last');
  await called(3);
  calls[2]?.resolve();
  stop();
});

it('a file on its way to its place, and what else no source is read for, calls for nothing', async () => {
  // The source's own folder may have such a name: only what is in it counts.
  const root = join(folder.path, '.fonte');
  mkdirSync(join(root, '.git'), { recursive: true });
  let calls = 0;
  const listening = Promise.withResolvers<void>();
  const stop = watchSources([root], () => calls++, listening.resolve);
  await listening.promise;
  for (const name of ['.polinet-1', '.git/index']) writeFileSync(join(root, name), 'text');
  await sleep(2 * APART);
  expect(calls).toBe(0);
  renameSync(join(root, '.polinet-1'), join(root, 'guida.mdx'));
  await vi.waitFor(() => expect(calls).toBe(1), { timeout: 20_000 });
  await sleep(2 * APART);
  expect(calls).toBe(1);
  stop();
});
