import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withStatementCache } from '#db/dialects/sqlite-statements.server.ts';

let raw: Sqlite.Database;
beforeEach(() => {
  raw = new Sqlite(':memory:');
  raw.exec(`create table thing (id integer, name text, size real, missing text);
    insert into thing values (1, '苗圃', 2.5, null), (2, '', 0, 'x')`);
});
afterEach(() => raw.close());

const asked = [
  'select * from thing order by id',
  'select id, name as "as said", size * 2 as double from thing order by id',
  'select a.id, b.id, a.name from thing a join thing b on a.id < b.id',
  'select count(*) as n from thing',
  'select * from thing where id = 3',
  'pragma table_info(thing)',
];

test.each(asked)('%s: the same rows that the driver makes', (text) => {
  const statement = withStatementCache(raw).prepare(text);
  expect(statement.reader).toBe(true);
  expect(statement.all([])).toEqual(raw.prepare(text).all());
  expect([...statement.iterate([])]).toEqual(raw.prepare(text).all());
});

test('a statement is compiled once, and given other values each time', () => {
  const statements = withStatementCache(raw);
  const one = statements.prepare('select name from thing where id = ?');
  expect(one.all([1])).toEqual([{ name: '苗圃' }]);
  expect(one.all([2])).toEqual([{ name: '' }]);
  expect(statements.prepare('select name from thing where id = ?')).toBe(one);
});

test('a table that has got another column since shows it', () => {
  const all = withStatementCache(raw).prepare('select * from thing where id = 1');
  expect(all.all([])).toEqual([{ id: 1, name: '苗圃', size: 2.5, missing: null }]);
  raw.exec(`alter table thing add column colour text not null default 'green'`);
  expect(all.all([])).toEqual([{ id: 1, name: '苗圃', size: 2.5, missing: null, colour: 'green' }]);
});

test('what writes is run, with its counts', () => {
  const insert = withStatementCache(raw).prepare('insert into thing (id) values (?)');
  expect(insert.reader).toBe(false);
  expect(insert.run([7])).toEqual({ changes: 1, lastInsertRowid: 3 });
});
