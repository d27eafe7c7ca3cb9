import { defineConfig } from 'vitest/config';

/** The journeys: people's ways through the product, in a browser, against the built server. */
export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.test.ts'],
    globalSetup: ['scripts/temporary-folder.mjs'],
    pool: 'forks',
    // one browser and one server at a time: small machines run these too
    maxWorkers: 1,
    fileParallelism: false,
    // against hanging only: on a machine that has other work a journey may take minutes
    testTimeout: 300_000,
    hookTimeout: 120_000,
    env: { TZ: 'UTC' },
  },
});
