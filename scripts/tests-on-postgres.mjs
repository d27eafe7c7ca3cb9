// Which tests run on PostgreSQL too: every one that leads to tests/database.ts, but for the few that are named here.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const database = 'tests/database.ts';

/** Whoever has a configuration of its own, beside the one of all tests. */
const withTheirOwn = ['tests/journeys/', 'tests/bench/', 'tests/faults/'];

/** Tests that touch a database and run on SQLite only, each with the reason. */
export const onSqliteOnly = {
  'tests/db/closing.test.ts': 'asks what closing leaves beside the file',
  'tests/db/sqlite-statements.test.ts': 'the statements of that driver',
  'tests/db/wiped.test.ts': 'looks for what was deleted in the bytes of the file',
  'tests/jobs/boot.test.ts':
    'asks whether a file and its folder are fit; the server is asked in tests/postgres/boot.test.ts',
  'tests/jobs/demo-parts.test.ts':
    'asks what lies in the folder of a demo; tests/jobs/demo.test.ts builds one on both',
  'tests/jobs/private-files.test.ts': 'asks who may read the file of the database and those beside it',
  'tests/outside/untrusted-servers.test.ts':
    'asks what is said to a server that is none of ours, before its first answer',
  'tests/routes/refused-unnoted.test.ts':
    'fails statements as SQLite does on a full disk; a server that is away is asked in tests/postgres/outage.test.ts',
  'tests/security/csrf.test.ts': 'asks whom the front turns away, before anybody asks a database',
  'tests/security/headers.test.ts': 'asks what stands in the headers of answers, whatever is in their pages',
  'tests/routes/query-plans.test.ts': 'reads the plans of SQLite; PostgreSQL chooses others on small tables',
  'tests/security/advisories.test.ts': 'asks which SQLite is compiled in; it holds no rows',
};

/** Tests that take minutes there: they run on it in `npm run test:postgres`, not in `npm test`. */
export const longOnPostgres = {
  'tests/operations/model/evaluation.test.ts':
    'walks every transition; the model of applications is walked on both each time, and whole lives are lived',
  'tests/operations/model/graduation.test.ts': 'walks every transition, as that of evaluations',
  'tests/operations/model/incubation.test.ts': 'walks every transition, as that of evaluations',
  'tests/operations/model/progress-report.test.ts': 'walks every transition, as that of evaluations',
  'tests/operations/model/random-walks.test.ts':
    'walks at random; each transition is walked by the tests beside it',
  'tests/routes/table.test.ts':
    'some 17 000 posts; each event is sent there by the models, each kind of answer by the other tests of routes',
  'tests/security/authorization.test.ts':
    'every door with an id, twelve callers; what they read is read by the other tests',
  'tests/security/hostile-forms.test.ts':
    'thousands of bad forms; a few of each kind come with the other tests of routes',
};

const sources = (folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => posix.join(folder, entry.parentPath.slice(join(root, folder).length), entry.name))
    .sort();

const importing = /(?:from|import)\s*\(?\s*['"]((?:#tests|\.)[^'"]+)['"]/g;

/** What a file of the tests imports of the tests. */
function importsOf(path) {
  const targets = [...readFileSync(join(root, path), 'utf8').matchAll(importing)].map((found) => found[1]);
  return targets.map((to) => (to.startsWith('#') ? to.slice(1) : posix.join(posix.dirname(path), to)));
}

/**
 * Every test file, by its path from the root, that leads to a file of which `isEnd` holds.
 * @param {(path: string) => boolean} isEnd
 * @returns {string[]}
 */
export function testsThatReach(isEnd) {
  const files = sources('tests');
  const known = new Map(files.map((path) => [path, importsOf(path).filter((to) => files.includes(to))]));
  const reaches = (path, seen = new Set()) => {
    if (isEnd(path)) return true;
    if (seen.has(path)) return false;
    seen.add(path);
    return (known.get(path) ?? []).some((next) => reaches(next, seen));
  };
  return files.filter(
    (path) =>
      /\.test\.tsx?$/.test(path) && !withTheirOwn.some((folder) => path.startsWith(folder)) && reaches(path),
  );
}

/** The test files that run on PostgreSQL: in `npm test`, or those that take long. */
export const testsOnPostgres = ({ long = false } = {}) =>
  testsThatReach((path) => path === database || path.startsWith('tests/postgres/')).filter(
    (path) => !(path in onSqliteOnly) && path in longOnPostgres === long,
  );
