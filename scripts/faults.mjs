// npm run test:faults: kills, races, failing statements, tampered histories. Prints what was tried and what was lost
// (nothing). `FAULTS_SHARE=0.1` tries a tenth of it.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findPostgres } from './postgres-server.mjs';
import { ensureBuilt, ensureInstalled, root, run } from './preparation.mjs';

ensureInstalled();
await ensureBuilt();
const cache = join(root, '.cache');
const figures = join(cache, 'faults.jsonl');
const report = join(cache, 'faults.json');
mkdirSync(cache, { recursive: true });
rmSync(figures, { force: true });
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const chosen = process.argv.slice(2);
let status = 0;
const sum = { passed: 0, failed: 0 };
runTests('vitest.faults.config.ts', chosen);
const lines = existsSync(figures) ? readFileSync(figures, 'utf8').trim().split('\n').filter(Boolean) : [];
for (const line of lines) {
  const { promise, tried, lost } = JSON.parse(line);
  process.stdout.write(`${promise}\n    ${tried}; lost: ${lost}\n`);
}
// the tests of the database that are too long for npm test
if (chosen.length === 0 && findPostgres())
  runTests('vitest.postgres.config.ts', [], { HATCHERY_POSTGRES_TESTS: 'long' });
process.stdout.write(`${sum.passed} passed, ${sum.failed || (status === 0 ? 0 : 1)} failed\n`);
process.exitCode = status;

function runTests(configuration, more, env = {}) {
  rmSync(report, { force: true });
  const args = [vitest, 'run', '--config', configuration, ...reporters, ...more];
  status = run(process.execPath, args, { output: 1, env }) || status;
  const found = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  sum.passed += found?.numPassedTests ?? 0;
  sum.failed += found ? found.numFailedTests + unloaded(found) : 1;
}

function unloaded({ testResults }) {
  return testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
}
