// npm run test:postgres: every test of the database on PostgreSQL, also those that take too long there for npm test.
import { join } from 'node:path';
import { findPostgres } from './postgres-server.mjs';
import { ensureBuilt, ensureInstalled, root, run, tell } from './preparation.mjs';

ensureInstalled();
await ensureBuilt();
if (findPostgres()) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--config', 'vitest.postgres.config.ts', ...process.argv.slice(2)];
  process.exitCode = run(process.execPath, args, { output: 1, env: { HATCHERY_POSTGRES_TESTS: 'all' } });
} else {
  tell('没有安装 PostgreSQL（15 或更新版本）。', 'PostgreSQL (15 or newer) is not installed.');
  process.exitCode = 1;
}
