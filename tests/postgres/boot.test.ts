import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotOpened } from '#app/jobs/boot-checks.server.ts';
import { openInstallation } from '#app/jobs/installation.server.ts';
import { connectStore, type Store } from '#db/connection.server.ts';
import { checkServer, UnfitServer } from '#db/dialects/postgres-check.server.ts';
import { outageOf } from '#db/outages.server.ts';
import { temporaryStore } from '#tests/database.ts';
import { type OwnServer, ownServer } from './own-server.ts';

// Whole servers are set badly here: one of its own, which no other test uses.
let server: OwnServer;
beforeAll(() => {
  server = ownServer();
});
afterAll(() => server.stop());

const opened = async (url: string): Promise<string> => {
  try {
    await (await connectStore({ url })).close();
    return 'served';
  } catch (error) {
    if (!(error instanceof UnfitServer)) throw error;
    return `${error.what} ${Object.values(error.params).join(' ')}`;
  }
};

describe('a PostgreSQL that would not keep what is promised is not served', () => {
  it.each([
    ['fsync', 'setting fsync off on'],
    ['full_page_writes', 'setting full_page_writes off on'],
  ])('a server with %s off', async (name, words) => {
    const url = await server.database();
    expect(await opened(url)).toBe('served');
    await server.set(name, 'off');
    try {
      expect(await opened(url)).toBe(words);
    } finally {
      await server.set(name, 'on');
    }
    expect(await opened(url)).toBe('served');
  });

  it.each(['off', 'local', 'remote_write'])('a database with synchronous_commit = %s', async (value) => {
    const url = await server.database();
    await server.say(
      url,
      `alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = ${value}`,
    );
    expect(await opened(url)).toBe(`setting synchronous_commit ${value} on`);
  });

  it('a role that commits without waiting', async () => {
    const url = new URL(await server.database());
    await server.say(url.href, 'create role hasty superuser login');
    await server.say(url.href, 'alter role hasty set synchronous_commit = off');
    url.username = 'hasty';
    expect(await opened(url.href)).toBe('setting synchronous_commit off on');
  });

  it.each([
    ["encoding 'SQL_ASCII' locale 'C'", 'setting server_encoding SQL_ASCII UTF8'],
    ["encoding 'LATIN1' locale 'C'", 'setting server_encoding LATIN1 UTF8'],
    ["encoding 'UTF8' locale_provider icu icu_locale 'zh' locale 'C'", 'order ICU'],
  ])('a database with %s', async (how, words) => {
    expect(await opened(await server.database(how))).toBe(words);
  });

  it('a session that is not set as it was asked: an address with settings of its own', async () => {
    const url = new URL(await server.database());
    url.searchParams.set('options', '-c statement_timeout=0');
    expect(await opened(url.href)).toMatch(/^setting statement_timeout 0 30s$/);
  });

  it('a version that is too old', async () => {
    const { store, remove } = await temporaryStore();
    const older = sayingThat(store, 'server_version_num', '140012');
    await expect(checkServer(older, {})).rejects.toMatchObject({
      what: 'version',
      params: { found: 14, wanted: 15 },
    });
    await remove();
  });
});

describe('whoever starts the program hears in both languages what is wrong, and no password', () => {
  const refusalOf = async (url: string): Promise<NotOpened> => {
    const error = await openInstallation(server.folder, '2026-03-02T01:00:00.000Z', url).then(
      () => 'opened',
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof NotOpened)) throw new Error(`not refused: ${String(error)}`);
    expect(error.message).toMatch(/\p{Script=Han}.*\n.*PostgreSQL/su);
    expect(error.message).not.toContain('a-secret-word');
    return error;
  };

  it('where nobody listens', async () => {
    const error = await refusalOf('postgres://somebody:a-secret-word@127.0.0.1:9/center');
    expect(error.refusal).toMatchObject({
      code: 'boot.server.away',
      params: { place: '127.0.0.1:9/center' },
    });
  });

  it('where the database or the role is not there, the database is another’s, or the database is unfit', async () => {
    const missing = new URL(await server.database());
    missing.pathname = '/nothing';
    expect((await refusalOf(missing.href)).refusal.code).toBe('boot.server.noDatabase');
    const stranger = new URL(await server.database());
    stranger.username = 'stranger';
    stranger.password = 'a-secret-word';
    expect((await refusalOf(stranger.href)).refusal.code).toBe('boot.server.denied');
    const another = new URL(await server.database());
    await server.say(another.href, 'create role guest login');
    another.username = 'guest';
    expect((await refusalOf(another.href)).refusal.code).toBe('boot.server.notOurs');
    const unfit = await server.database("encoding 'LATIN1' locale 'C'");
    const { message, refusal } = await refusalOf(unfit);
    expect(refusal.code).toBe('boot.server.setting');
    expect(message).toMatch(/server_encoding is LATIN1, and must be UTF8/);
  });
});

it('a whole number that JavaScript would round is an error, in a column, a count and a sum', async () => {
  const { store, remove } = await temporaryStore();
  const ask = async (expression: string) =>
    (await sql<{ n: unknown }>`select ${sql.raw(expression)} as n`.execute(store.read)).rows[0]?.n;
  expect(await ask('9007199254740991::bigint')).toBe(9_007_199_254_740_991);
  expect(await ask('-9007199254740991::bigint')).toBe(-9_007_199_254_740_991);
  expect(await ask('(select sum(x) from (values (1::bigint), (2)) as v (x))')).toBe(3);
  for (const tooMuch of [
    '9007199254740993::bigint',
    '-9007199254740993::bigint',
    '(select sum(x) from (values (9007199254740991::bigint), (2)) as v (x))',
    '0.5::numeric',
  ])
    await expect(ask(tooMuch), tooMuch).rejects.toThrow('no whole number');
  // and the session that answered is fit for the next question
  expect(await ask('(select count(*) from (values (1), (2)) as v (x))')).toBe(2);
  await remove();
});

it('what a server says about being away is an outage, what it says about a fault of ours is none', async () => {
  const failing = (code: string) => Object.assign(new Error('no'), { code });
  for (const code of [
    '08001',
    '08006',
    '53300',
    '57P01',
    '57P03',
    '57014',
    '40001',
    '40P01',
    '55P03',
    'EPIPE',
  ])
    expect(outageOf(failing(code)), code).toBe('busy');
  expect(outageOf(failing('53100'))).toBe('full');
  expect(outageOf(new Error('Connection terminated unexpectedly'))).toBe('busy');
  for (const code of ['23505', '22021', '42P01', 'ENOENT'])
    expect(outageOf(failing(code)), code).toBeUndefined();
});

/** A store's reader that answers one question about the server otherwise. */
function sayingThat(store: Store, setting: string, value: string): Store['read'] {
  return store.read.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => ({
      ...result,
      rows: result.rows.map((row) => (row.name === setting ? { ...row, value } : row)),
    }),
  });
}
