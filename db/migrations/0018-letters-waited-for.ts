// Letters that somebody waits for, such as the way to a new password, do not queue behind thousands of notices. Frozen: a later change is a later migration.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw("create index outbox_waited_for on outbox (try_at) where delivered_at is null and kind = 'mail'")
    .execute(db);
}
