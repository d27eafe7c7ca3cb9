import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  longOnPostgres,
  onSqliteOnly,
  testsOnPostgres,
  testsThatReach,
} from '../../scripts/tests-on-postgres.mjs';
import configuration from '../../vitest.postgres.config.ts';

/** Opens a database by itself, whichever one the run is about. */
const opensItself = (path: string) =>
  /from ['"](?:better-sqlite3|pg)['"]|\b(?:openStore|connectStore)\(|openInstallation\([^()]*(?:\([^()]*\)[^()]*)*\)/.test(
    readFileSync(path, 'utf8'),
  );

/** Helpers and tests that open one by themselves and are right to, each with the reason; those of tests/postgres never run on another. */
const rightly: Readonly<Record<string, string>> = {
  'tests/database.ts': 'is where the choice is made',
  'tests/tampering.ts': 'changes either database past its guards',
  'tests/security/digest.ts': 'digests either database from outside',
  'tests/jobs/backup.test.ts': 'looks into backups, which are SQLite files whatever they are of',
};

test('every test that touches a database runs on both, but for those that say why not', () => {
  const touching = testsThatReach((path) => path === 'tests/database.ts' || opensItself(path));
  const run = new Set([
    ...(configuration.test?.include ?? []),
    ...Object.keys(onSqliteOnly),
    ...testsOnPostgres({ long: true }),
  ]);
  expect(touching.filter((path) => !run.has(path))).toEqual([]);
  expect(configuration.test?.include).toEqual(testsOnPostgres());
  expect(testsOnPostgres().length).toBeGreaterThan(80);
});

test('none runs there and opens a file all the same', () => {
  const bySelf = testsThatReach(
    (path) => opensItself(path) && !(path in rightly) && !path.startsWith('tests/postgres/'),
  );
  expect(bySelf.filter((path) => !(path in onSqliteOnly))).toEqual([]);
});

test('no exception outlives what it excepts', () => {
  const touching = testsThatReach((path) => path === 'tests/database.ts' || opensItself(path));
  expect(Object.keys(onSqliteOnly).filter((path) => !touching.includes(path))).toEqual([]);
  expect(testsOnPostgres({ long: true })).toEqual(Object.keys(longOnPostgres));
  expect(Object.keys(rightly).filter((path) => !opensItself(path))).toEqual([]);
});
