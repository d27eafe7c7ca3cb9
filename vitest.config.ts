import { defineConfig } from 'vitest/config';

export default defineConfig({
  esbuild: { jsxDev: false },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/journeys/**', 'tests/faults/**', 'tests/postgres/**', 'node_modules/**'],
    globalSetup: ['scripts/temporary-folder.mjs'],
    pool: 'forks',
    // two processes for all files: loading every module anew for each of them took longer than most tests
    isolate: false,
    maxWorkers: 2,
    // against hanging only: a machine that has much else to do takes four times as long
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // as it is run: React's other build is three times slower, and nobody meets it
    env: { NODE_ENV: 'production', TZ: 'UTC' },
  },
});
