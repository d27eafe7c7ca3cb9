import { defineConfig } from 'vitest/config';

/** What is killed, raced, timed and measured must not share the machine with another test. */
const alone = [
  'kill',
  'backup',
  'stopping',
  'full-disk',
  'full-disk-upload',
  'answers',
  'senders',
  'starting',
  'crowd',
  'uploads',
].map((name) => `tests/faults/${name}.test.ts`);
const shared = {
  pool: 'forks',
  testTimeout: 600_000,
  hookTimeout: 180_000,
  env: { NODE_ENV: 'production', TZ: 'UTC' },
} as const;

/** The faults: processes really killed, statements that fail, races, histories tampered with. Bounded in count and time. */
export default defineConfig({
  esbuild: { jsxDev: false },
  test: {
    globalSetup: ['scripts/temporary-folder.mjs'],
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'alone',
          include: alone,
          maxWorkers: 1,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'two at a time',
          include: ['tests/faults/**/*.test.ts'],
          exclude: alone,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
