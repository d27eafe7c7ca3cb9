// npm run test:asvs: how many of the requirements of OWASP ASVS 5.0 (levels 1 and 2) that a test can prove are
// proved. Reads the reports that npm test and npm run test:faults leave in .cache, and runs the tests that claim a
// requirement where one of the two has left none, or with `--fresh`.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root, run } from './preparation.mjs';

const cache = join(root, '.cache');
const reportOf = (configuration) => join(cache, `${configuration}.json`);
const reports = [];

ensureInstalled();
for (const configuration of ['vitest.config.ts', 'vitest.faults.config.ts']) {
  if (process.argv.includes('--fresh') || !existsSync(reportOf(configuration))) {
    await ensureBuilt();
    mkdirSync(cache, { recursive: true });
    reports.push(runClaims(configuration));
  } else reports.push(reportOf(configuration));
}

/** Runs the tests that claim a requirement, and no others; answers where their report lies. */
function runClaims(configuration) {
  const own = reportOf(`asvs.${configuration}`);
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${own}`];
  const args = [vitest, 'run', '--config', configuration, '-t', 'ASVS', ...reporters];
  run(process.execPath, args, { output: 1 });
  return own;
}

const passed = new Set();
const failed = new Set();
for (const file of reports.filter((each) => existsSync(each))) {
  for (const { assertionResults } of JSON.parse(readFileSync(file, 'utf8')).testResults) {
    for (const { status, fullName } of assertionResults) {
      if (status !== 'passed' && status !== 'failed') continue;
      for (const [, id] of fullName.matchAll(/\[ASVS (\d+\.\d+\.\d+)\]/g))
        (status === 'passed' ? passed : failed).add(id);
    }
  }
}

const data = (name) => readFileSync(join(root, 'tests', 'data', name), 'utf8');
const rows = [
  ...data('asvs5-l1-l2.csv').matchAll(
    /^V(\d+\.\d+\.\d+),L[12],(?:"[^"]*"|[^,]*),(?:"[^"]*"|[^,]*),\w+,(auto-\w+),/gm,
  ),
];
const { notApplicable } = JSON.parse(data('asvs-standing.json'));
const of = (which) => rows.filter(([, id]) => which(id)).map(([, id]) => id);
const proved = of((id) => passed.has(id) && !failed.has(id));
const broken = of((id) => failed.has(id));
const without = of((id) => id in notApplicable);
const open = of((id) => !passed.has(id) && !failed.has(id) && !(id in notApplicable));

const say = (words, ids) =>
  process.stdout.write(`${words}: ${ids.length}${ids.length ? `\n  ${ids.join(' ')}` : ''}\n`);
say('proved', proved);
say('failed', broken);
say('without a subject here (tests/data/asvs-standing.json)', without);
say('open', open);
process.stdout.write(`${proved.length} of ${rows.length} requirements that a test can prove pass\n`);
process.exitCode = broken.length > 0 ? 1 : 0;
