// A report that is overdue waits since its last day: until now it stood on the desk without one, behind everything else. Frozen: a later change is a later migration.
import { type Kysely, sql } from 'kysely';

const page = 500;

export async function up(db: Kysely<unknown>): Promise<void> {
  let after = '';
  for (;;) {
    const { rows } = await sql<{ readonly id: string; readonly facts: string }>`
      select id, facts from progress_report where state = 'overdue' and id > ${after} order by id limit ${page}`.execute(
      db,
    );
    for (const { id, facts } of rows) {
      const { overdueSince } = JSON.parse(facts) as { readonly overdueSince: string | null };
      if (overdueSince === null) continue;
      // The last day ends at 24:00 in China, 16:00 UTC.
      const due = `${overdueSince}T16:00:00.000Z`;
      await sql`update progress_report set due_at = ${due} where id = ${id}`.execute(db);
      await sql`update wait set due_at = ${due}
        where lifecycle = 'progress_report' and record_id = ${id} and event = 'submit_late'`.execute(db);
    }
    if (rows.length < page) return;
    after = rows.at(-1)?.id ?? '';
  }
}
