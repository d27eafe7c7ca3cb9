// Finding organizations by two characters of their name and by community, records by their number, notices that are open. Frozen: a later change is a later migration.
import { type Kysely, sql } from 'kysely';

type Dialect = 'sqlite' | 'postgres';

const indexes = [
  ...['incubation', 'evaluation', 'graduation', 'progress_report'].map(
    (table) => `create index ${table}_number on ${table} (center_id, number) where number is not null`,
  ),
  'create index organization_type on organization (center_id, registration_type, id)',
  'create index organization_community on organization (center_id, community, id)',
  'create index organization_listed_community on organization (listed, community) where listed = 1',
  'create index notice_open on notice (published_at desc, id desc) where outcome is null',
];

// Rows of the index are told by a number of their own: the rowid of a table with a text key may change in a vacuum.
const sqliteSearch = [
  'create table organization_search (seq integer primary key autoincrement, organization_id text not null unique references organization (id)) strict',
  "create virtual table organization_grams using fts5 (grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii')",
];

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  for (const index of indexes) await sql.raw(index).execute(db);
  // PostgreSQL finds names in another way, with a migration of its own.
  if (dialect !== 'sqlite') return;
  for (const statement of sqliteSearch) await sql.raw(statement).execute(db);
  const known = await sql<{
    id: string;
    center_id: string;
    name: string;
  }>`select id, center_id, name from organization order by id`.execute(db);
  for (const organization of known.rows) {
    const { rows } = await sql<{
      seq: number;
    }>`insert into organization_search (organization_id) values (${organization.id}) returning seq`.execute(
      db,
    );
    await sql`insert into organization_grams (rowid, grams) values (${rows[0]?.seq}, ${words(organization)})`.execute(
      db,
    );
  }
}

/** The words of the index as they were when this migration was written. */
function words(organization: { readonly center_id: string; readonly name: string }): string {
  const letters = [...organization.name.normalize('NFKC').toLowerCase()].filter((c) =>
    /[\p{L}\p{N}]/u.test(c),
  );
  const pairs = letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
  const center = `§${organization.center_id.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`;
  return [...new Set([center, ...pairs, ...letters])].join(' ');
}
