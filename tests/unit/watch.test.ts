import { writeFileSync } from 'node:fs';
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
