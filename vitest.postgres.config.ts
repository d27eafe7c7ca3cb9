import { defineConfig } from 'vitest/config';

/** The tests of what is remembered and done, again on PostgreSQL, and what only PostgreSQL can: several processes. */
export default defineConfig({
  test: {
    include: ['tests/db/**/*.test.ts', 'tests/operations/**/*.test.ts', 'tests/postgres/**/*.test.ts'],
    // random walks are about the machines; each of their transitions is walked here by the tests beside them
    exclude: ['tests/operations/model/random-walks.test.ts', 'node_modules/**'],
    globalSetup: ['scripts/temporary-folder.mjs', 'scripts/postgres-server.mjs'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { NODE_ENV: 'test', TZ: 'UTC', HATCHERY_TEST_DATABASE: 'postgres' },
  },
});
