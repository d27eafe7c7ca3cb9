import { defineConfig } from 'vitest/config';

/** The faults: processes really killed, statements that fail, races, histories tampered with. Bounded in count and time. */
export default defineConfig({
  test: {
    include: ['tests/faults/**/*.test.ts'],
    pool: 'forks',
    // what is killed, raced and measured must not share the machine with the next test
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 180_000,
    env: { NODE_ENV: 'test', TZ: 'UTC' },
  },
});
