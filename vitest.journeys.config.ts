import { defineConfig } from 'vitest/config';

/** The journeys: people's ways through the product, in a browser, against the built server. */
export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.test.ts'],
    globalSetup: ['scripts/temporary-folder.mjs'],
    pool: 'forks',
    // two browsers and two servers at a time, not more: small machines run these too
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: { TZ: 'UTC' },
  },
});
