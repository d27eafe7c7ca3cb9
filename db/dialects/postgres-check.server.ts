import { type Kysely, sql } from 'kysely';
import type { Database } from '../tables.ts';

/** The oldest PostgreSQL that is served. */
const oldestVersion = 150_000;

/** What is confirmed must be on the disk; text must sort as on SQLite, byte by byte, for pages go by it. */
const promises: readonly (readonly [name: string, kept: readonly string[]])[] = [
  ['fsync', ['on']],
  ['full_page_writes', ['on']],
  ['synchronous_commit', ['on', 'remote_apply']],
  ['server_encoding', ['UTF8']],
];

/** What a server or its database is, and would have to be: `setting` {name, found, wanted}, `version` {found, wanted}, `order` {found}. */
export class UnfitServer extends Error {
  constructor(
    readonly what: 'setting' | 'version' | 'order',
    readonly params: Readonly<Record<string, string | number>>,
  ) {
    super(`PostgreSQL: ${what} ${JSON.stringify(params)}`);
  }
}

/** Throws `UnfitServer` where a server or its database would not keep what is promised, or where a session is not set as asked. */
export async function checkServer(
  db: Kysely<Database>,
  session: Readonly<Record<string, string>>,
): Promise<void> {
  const names = ['server_version_num', ...promises.map(([name]) => name), ...Object.keys(session)];
  const { rows } = await sql<{ name: string; value: string }>`
    select name, current_setting(name) as value from unnest(${names}::text[]) as name`.execute(db);
  const setting = (name: string): string => rows.find((row) => row.name === name)?.value ?? '';
  const version = Number(setting('server_version_num'));
  if (!(version >= oldestVersion))
    throw new UnfitServer('version', {
      found: Math.floor(version / 10_000),
      wanted: oldestVersion / 10_000,
    });
  for (const [name, kept] of promises) {
    const found = setting(name);
    if (!kept.includes(found)) throw new UnfitServer('setting', { name, found, wanted: kept[0] ?? '' });
  }
  for (const [name, asked] of Object.entries(session)) {
    const found = setting(name);
    if (inSeconds(found) !== inSeconds(asked))
      throw new UnfitServer('setting', { name, found, wanted: asked });
  }
  await checkOrder(db);
}

/** The server may say `1min` where it was told `60s`. */
const inSeconds = (text: string): string =>
  text.replace(/^(\d+)min$/, (_, minutes: string) => `${Number(minutes) * 60}s`);

async function checkOrder(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ provider: string; name: string | null }>`
    select datlocprovider::text as provider, datcollate as name
      from pg_database where datname = current_database()`.execute(db);
  const found = rows[0];
  // PostgreSQL's own provider ('b') sorts by code point whatever its name: in UTF-8 that is byte by byte.
  const isByteOrder =
    found?.provider === 'b' || (found?.provider === 'c' && ['C', 'POSIX'].includes(found.name ?? ''));
  if (!isByteOrder)
    throw new UnfitServer('order', { found: found?.provider === 'i' ? 'ICU' : (found?.name ?? '') });
}
