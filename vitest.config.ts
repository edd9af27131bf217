import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 120_000, hookTimeout: 240_000 };
/** What a test waits for is mostly another process: some at a time keep the cores busy, also where there are but two. */
const WORKERS = 2;
/** They kill builds at drawn moments, compare the times of answers, or count what a build renders: nothing runs beside. */
const ALONE = ['attacks', 'cycle', 'growth', 'killed', 'proxied', 'rebuild'].map(
  (name) => `tests/site/${name}.test.ts`,
);

/** Tests of the built site share what `tests/support/built.ts` built once. */
const built = { globalSetup: ['tests/support/built.ts'] };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          maxWorkers: WORKERS,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          ...built,
          name: 'site',
          include: ['tests/{site,browser}/**/*.test.ts'],
          exclude: ALONE,
          maxWorkers: WORKERS,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...shared,
          ...built,
          name: 'alone',
          include: ALONE,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
