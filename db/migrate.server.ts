import type { Connection, Store } from './connection.server.ts';
import { holdFirstMigration, holdMigrations } from './dialects/migrating.server.ts';
import { migrations } from './migrations/index.ts';

/** A database that a newer program has changed, which this one does not understand: the name of its first unknown migration. */
export class NewerDatabase extends Error {
  constructor(readonly migration: string) {
    super(`This database was written by a newer program (${migration})`);
  }
}

/**
 * Applies what is missing, each migration in a transaction of its own that takes the write lock first: of several
 * processes that start at once, one applies it and the others find it done.
 * Answers the names of those applied now. Throws `NewerDatabase` for one from a newer program.
 */
export async function migrate(store: Store, now: string): Promise<readonly string[]> {
  await store.write(async (trx) => {
    await holdFirstMigration(trx);
    await trx.schema
      .createTable('migration')
      .ifNotExists()
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('applied_at', 'text', (c) => c.notNull())
      .execute();
  });
  const applied: string[] = [];
  for (const [name, migration] of migrations) {
    const isNew = await store.write(async (trx) => {
      await holdMigrations(trx);
      const done = await trx
        .selectFrom('migration')
        .select('name')
        .where('name', '=', name)
        .executeTakeFirst();
      if (done) return false;
      await migration.up(trx as never, store.dialect);
      await trx.insertInto('migration').values({ name, applied_at: now }).execute();
      return true;
    });
    if (isNew) applied.push(name);
  }
  const known = new Set(migrations.map(([name]) => name));
  const strange = (await appliedMigrations(store.read)).find((name) => !known.has(name));
  if (strange !== undefined) throw new NewerDatabase(strange);
  return applied;
}

/** The names of all migrations of this program, in order. */
export const knownMigrations: readonly string[] = migrations.map(([name]) => name);

/** The names of the migrations that a database has seen, in order. */
export async function appliedMigrations(db: Connection): Promise<readonly string[]> {
  const rows = await db.selectFrom('migration').select('name').orderBy('name').execute();
  return rows.map((row) => row.name);
}
