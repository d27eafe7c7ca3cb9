// npm test: types, style, then every test, then those of the database again on PostgreSQL, then the journeys in a
// browser. The last line is the sum of all: `N passed, N failed`; the types and the style count as one test each. Where
// no PostgreSQL is installed it ends with `, N skipped`: so many test files were not run on it.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root, run, tell } from './preparation.mjs';
import { makeTemporaryFolder, tellLeft } from './temporary-folder.mjs';

const folder = makeTemporaryFolder();
const sum = { passed: 0, failed: 0, skipped: 0 };
const program = (...parts) => join(root, 'node_modules', ...parts);

function count(passed, failed) {
  sum.passed += passed;
  sum.failed += failed;
}

function check(file, args) {
  const isGood = run(process.execPath, [file, ...args], { output: 1 }) === 0;
  count(isGood ? 1 : 0, isGood ? 0 : 1);
}

/** Runs vitest with a configuration and counts its tests; a file that does not even load counts as one failure. */
function runTests(configuration, env = {}) {
  const report = join(root, '.cache', `${configuration}.json`);
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = [program('vitest', 'vitest.mjs'), 'run', '--config', configuration, ...reporters];
  const status = run(process.execPath, args, { env: { ...folder.environment, ...env }, output: 1 });
  if (!existsSync(report)) return count(0, 1);
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = numFailedTests + unloaded.length;
  // vitest also fails for what no test owns, such as an error thrown after the last one
  count(numPassedTests, failed === 0 && status !== 0 ? 1 : failed);
}

async function runOnPostgres() {
  const { findPostgres } = await import('./postgres-server.mjs');
  if (findPostgres()) return runTests('vitest.postgres.config.ts');
  tell(
    '没有安装 PostgreSQL（15 或更新版本），数据库测试只在 SQLite 上进行。',
    'PostgreSQL (15 or newer) is not installed: the tests of the database ran on SQLite only.',
  );
  const { testsOnPostgres } = await import('./tests-on-postgres.mjs');
  sum.skipped += testsOnPostgres().length;
}

const hasJourneys = () =>
  existsSync(join(root, 'tests', 'journeys')) &&
  readdirSync(join(root, 'tests', 'journeys'), { recursive: true }).some((name) =>
    /\.test\.tsx?$/.test(name),
  );

async function runJourneys() {
  const chromium = await findChromiumOrTell();
  if (chromium) runTests('vitest.journeys.config.ts', { CHROMIUM_PATH: chromium });
  else count(0, 1);
}

async function findChromiumOrTell() {
  const { findChromium } = await import('./find-chromium.mjs');
  const chromium = await findChromium();
  if (!chromium) {
    tell(
      '没有找到浏览器，未能进行浏览器测试：请安装 Chromium，或用 CHROMIUM_PATH 指明其位置。',
      'No browser was found for the journeys: install Chromium, or name it in CHROMIUM_PATH.',
    );
  }
  return chromium;
}

/** What is left in the temporary folder counts as one failure. */
function clearUp() {
  const left = folder.left();
  folder.remove();
  if (left.length === 0) return;
  tellLeft(left);
  count(0, 1);
}

// a build that fails ends the process, as does somebody who interrupts it: the sum is said all the same
process.on('SIGINT', () => process.exit(130));
process.on('exit', (status) => {
  folder.remove();
  if (status !== 0 && sum.failed === 0) sum.failed = 1;
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
  process.stdout.write(`${sum.passed} passed, ${sum.failed} failed${skipped}\n`);
});

ensureInstalled();
check(program('typescript', 'bin', 'tsc'), ['--noEmit', '-p', '.']);
check(program('@biomejs', 'biome', 'bin', 'biome'), ['ci', '.']);
await ensureBuilt();
runTests('vitest.config.ts');
await runOnPostgres();
if (hasJourneys()) await runJourneys();
clearUp();
process.exitCode = sum.failed === 0 ? 0 : 1;
