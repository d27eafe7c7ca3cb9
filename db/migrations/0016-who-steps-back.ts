// Whom something is closed to because they stepped back from it (回避): few people, asked at each desk. Frozen: a later change is a later migration.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw("create index assignment_recused on assignment (person_id) where role = 'recused'")
    .execute(db);
}
