import { defineConfig } from 'vitest/config';
import { testsOnPostgres } from './scripts/tests-on-postgres.mjs';

/**
 * Every test of a database again, on PostgreSQL, and what only PostgreSQL can: several processes. Those that take long
 * where HATCHERY_POSTGRES_TESTS says so.
 */
export default defineConfig({
  test: {
    include: testsOnPostgres({ long: process.env.HATCHERY_POSTGRES_TESTS === 'long' }),
    globalSetup: ['scripts/temporary-folder.mjs', 'scripts/postgres-server.mjs'],
    pool: 'forks',
    // what it waits for its server another does its work in
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { NODE_ENV: 'test', TZ: 'UTC', HATCHERY_TEST_DATABASE: 'postgres' },
  },
});
