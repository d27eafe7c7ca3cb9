import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { openStore } from '#db/connection.server.ts';
import { tellFigure } from './figures.ts';

const folders: string[] = [];
function freshFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hatchery-boot-'));
  folders.push(folder);
  return join(folder, 'hatchery.db');
}
afterEach(() => {
  vi.restoreAllMocks();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Lets a setting fall on deaf ears, as a driver built or patched otherwise would. */
function deafTo(name: string, instead?: string): void {
  const pragma = Sqlite.prototype.pragma;
  vi.spyOn(Sqlite.prototype, 'pragma').mockImplementation(function (
    this: Sqlite.Database,
    source: string,
    options?: Sqlite.PragmaOptions,
  ): unknown {
    if (!source.startsWith(`${name} =`)) return pragma.call(this, source, options);
    return instead === undefined ? undefined : pragma.call(this, `${name} = ${instead}`, options);
  });
}

const settings: readonly (readonly [string, string])[] = [
  ['synchronous', 'NORMAL'],
  ['synchronous', 'OFF'],
  ['foreign_keys', 'OFF'],
  ['recursive_triggers', 'OFF'],
  ['secure_delete', 'OFF'],
  ['cell_size_check', 'OFF'],
  ['trusted_schema', 'ON'],
  ['journal_mode', 'delete'],
];

let refused = 0;
afterAll(() =>
  tellFigure({
    row: 2,
    promise: 'A database that is set badly is not served',
    tried: `${settings.length} settings, ${refused} refused`,
    lost: settings.length - refused,
  }),
);

test.each(settings)('a database on which %s stays %s is not served', (name, instead) => {
  deafTo(name, instead);
  expect(() => openStore({ file: freshFile() })).toThrow(new RegExp(`${name} is`));
  refused += 1;
});

test('the same database is served where every setting holds', async () => {
  await openStore({ file: freshFile() }).close();
});

test('both connections really are set as they must be', async () => {
  const store = openStore({ file: freshFile() });
  const ask = async (name: string) => {
    const say = sql.raw(`pragma ${name}`);
    const rows = [await say.execute(store.read), await store.write((trx) => say.execute(trx))];
    return rows.map(({ rows: [row] }) => Object.values(row as object)[0]);
  };
  expect(await ask('synchronous')).toEqual([2, 2]);
  expect(await ask('journal_mode')).toEqual(['wal', 'wal']);
  for (const name of ['foreign_keys', 'recursive_triggers', 'secure_delete', 'cell_size_check'])
    expect(await ask(name), name).toEqual([1, 1]);
  expect(await ask('trusted_schema')).toEqual([0, 0]);
  expect(await ask('query_only')).toEqual([1, 0]);
  await store.close();
});
