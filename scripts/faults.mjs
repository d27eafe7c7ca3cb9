// npm run test:faults: kills, races, failing statements, tampered histories. Prints what was tried and what was lost
// (nothing). `FAULTS_SHARE=0.1` tries a tenth of it.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root, run } from './preparation.mjs';

ensureInstalled();
await ensureBuilt();
const cache = join(root, '.cache');
const figures = join(cache, 'faults.jsonl');
const report = join(cache, 'faults.json');
mkdirSync(cache, { recursive: true });
for (const file of [figures, report]) rmSync(file, { force: true });
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const chosen = process.argv.slice(2);
const status = run(
  process.execPath,
  [vitest, 'run', '--config', 'vitest.faults.config.ts', ...reporters, ...chosen],
  { output: 1 },
);
const lines = existsSync(figures) ? readFileSync(figures, 'utf8').trim().split('\n').filter(Boolean) : [];
for (const line of lines) {
  const { promise, tried, lost } = JSON.parse(line);
  process.stdout.write(`${promise}\n    ${tried}; lost: ${lost}\n`);
}
const sum = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
const failed = sum ? sum.numFailedTests + unloaded(sum) : 1;
process.stdout.write(`${sum?.numPassedTests ?? 0} passed, ${failed || (status === 0 ? 0 : 1)} failed\n`);
process.exitCode = status;

function unloaded({ testResults }) {
  return testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
}
