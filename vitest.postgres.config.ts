import { defineConfig } from 'vitest/config';
import { testsOnPostgres } from './scripts/tests-on-postgres.mjs';

/**
 * Every test of a database again, on PostgreSQL, and what only PostgreSQL can: several processes. Those that take long
 * where HATCHERY_POSTGRES_TESTS asks for `all`.
 */
const files = process.env.HATCHERY_POSTGRES_TESTS === 'all' ? [false, true] : [false];

export default defineConfig({
  test: {
    include: files.flatMap((long) => testsOnPostgres({ long })),
    globalSetup: ['scripts/temporary-folder.mjs', 'scripts/postgres-server.mjs'],
    pool: 'forks',
    // as in vitest.config.ts
    isolate: false,
    maxWorkers: 2,
    testTimeout: 240_000,
    hookTimeout: 180_000,
    env: { NODE_ENV: 'test', TZ: 'UTC', HATCHERY_TEST_DATABASE: 'postgres' },
  },
});
