// Lines of the security log may go when purging has set the mark before which none is kept; those after it never, and none
// is ever changed. Frozen: a later change is a later migration.
import { type Kysely, sql } from 'kysely';

type Dialect = 'sqlite' | 'postgres';

const isKept = "old.at >= coalesce((select value from instance where name = 'securityLog.keptSince'), '')";

const sqlite = [
  'drop trigger security_event_no_delete',
  `create trigger security_event_no_delete before delete on security_event when ${isKept}
    begin select raise(abort, 'security_event is append-only'); end`,
];

const postgres = [
  'drop trigger security_event_append_only on security_event',
  `create trigger security_event_no_update before update on security_event
    for each row execute function append_only()`,
  `create function keep_security_event() returns trigger language plpgsql as $$ begin
    if ${isKept} then raise exception 'security_event is append-only'; end if;
    return old;
  end $$`,
  `create trigger security_event_no_delete before delete on security_event
    for each row execute function keep_security_event()`,
];

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  for (const statement of dialect === 'sqlite' ? sqlite : postgres) await sql.raw(statement).execute(db);
}
