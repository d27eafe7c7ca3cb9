// npm run test:faults: kills, races, failing statements, tampered histories. Ends with a table of what was tried and
// what was lost (nothing), by the rows of docs/proofs.md. `FAULTS_SHARE=0.1` tries a tenth of it.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root, run } from './preparation.mjs';
import { promises } from './promises.mjs';

const begun = performance.now();
ensureInstalled();
await ensureBuilt();
const cache = join(root, '.cache');
const figures = join(cache, 'faults.jsonl');
mkdirSync(cache, { recursive: true });
rmSync(figures, { force: true });
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const chosen = process.argv.slice(2);
let status = 0;
const sum = { passed: 0, failed: 0 };
runTests();
printTable();
process.stdout.write(
  `${sum.passed} passed, ${sum.failed || (status === 0 ? 0 : 1)} failed, ${secondsSince(begun)} s\n`,
);
process.exitCode = status;

/** Leaves its report where `npm run test:asvs` looks for it. */
function runTests() {
  const configuration = 'vitest.faults.config.ts';
  const report = join(cache, `${configuration}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = [vitest, 'run', '--config', configuration, ...reporters, ...chosen];
  status = run(process.execPath, args, { output: 1, env: { FAULTS_FIGURES: figures } });
  const found = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  sum.passed = found?.numPassedTests ?? 0;
  sum.failed = found ? found.numFailedTests + unloaded(found) : 1;
}

function unloaded({ testResults }) {
  return testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
}

function secondsSince(moment) {
  return Math.round((performance.now() - moment) / 1000);
}

/** Every figure of this run by its row; a row of test:faults without one is told too. */
function printTable() {
  const lines = existsSync(figures) ? readFileSync(figures, 'utf8').trim().split('\n').filter(Boolean) : [];
  const told = lines.map((line) => JSON.parse(line));
  const missing = promises
    .filter(({ row, command }) => command === 'test:faults' && !told.some((figure) => figure.row === row))
    .map(({ row, promise }) => ({ row, promise, tried: 'not tried in this run', lost: '–', seconds: '–' }));
  const table = [...told, ...(chosen.length === 0 ? missing : [])].sort((a, b) => a.row - b.row);
  const widest = Math.max(7, ...table.map(({ promise }) => promise.length));
  const print = (...[row, promise, seconds, lost, tried]) =>
    process.stdout.write(
      `${String(row).padStart(3)}  ${promise.padEnd(widest)}  ${String(seconds).padStart(7)}  ${String(lost).padStart(4)}  ${tried}\n`,
    );
  print('row', 'promise', 'seconds', 'lost', 'tried');
  for (const { row, promise, seconds, lost, tried } of table) print(row, promise, seconds, lost, tried);
}
