import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 120_000, hookTimeout: 240_000 };

/** Unit tests run side by side; tests of the built site share what `tests/support/built.ts` built once. */
export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      {
        test: {
          ...shared,
          name: 'site',
          include: ['tests/{site,browser}/**/*.test.ts'],
          globalSetup: ['tests/support/built.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
});
