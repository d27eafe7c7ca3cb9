import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Connection } from '#db/connection.server.ts';

/** What all tables hold, as one hash: equal digests are equal databases, row for row. */
export async function digestOf(db: Connection): Promise<string> {
  const tables = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`.execute(
    db,
  );
  const hash = createHash('sha256');
  for (const { name } of tables.rows) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(db);
    const lines = rows.map((row) => JSON.stringify(row)).sort();
    hash.update(name).update(lines.join('\n'));
  }
  return hash.digest('hex');
}

/** A number that changes whenever another connection has committed something: cheap to ask after each attempt. */
export async function commitsSeen(db: Connection): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db);
  return rows[0]?.data_version ?? -1;
}
