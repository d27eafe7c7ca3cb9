import type { Connection } from '../connection.server.ts';

/** Messages that went out, or were given up, before an instant. */
export const oldMessages = async (db: Connection, before: string, limit: number): Promise<string[]> =>
  idsOf(
    await db
      .selectFrom('outbox')
      .select('id')
      .where('delivered_at', 'is not', null)
      .where('delivered_at', '<', before)
      .orderBy('delivered_at')
      .limit(limit)
      .execute(),
  );

/** Sessions that ended before an instant. */
export const oldSessions = async (db: Connection, before: string, limit: number): Promise<string[]> =>
  idsOf(
    await db
      .selectFrom('session')
      .select('id')
      .where('expires_at', '<', before)
      .orderBy('expires_at')
      .limit(limit)
      .execute(),
  );

/** Links that ended before an instant. */
export const oldLinks = async (db: Connection, before: string, limit: number): Promise<string[]> =>
  idsOf(
    await db
      .selectFrom('link')
      .select('id')
      .where('expires_at', '<', before)
      .orderBy('expires_at')
      .limit(limit)
      .execute(),
  );

/** Lines of the security log from before an instant. */
export const oldSecurityEvents = async (db: Connection, before: string, limit: number): Promise<string[]> =>
  idsOf(
    await db
      .selectFrom('security_event')
      .select('id')
      .where('at', '<', before)
      .orderBy('at')
      .limit(limit)
      .execute(),
  );

/** Answers to forms from before an instant, by when they were given. */
export async function oldAnswers(db: Connection, before: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('idempotency')
    .select('created_at')
    .where('created_at', '<', before)
    .orderBy('created_at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.created_at);
}

/**
 * Applications that came to nothing before an instant and still hold personal data: those that were discarded as drafts,
 * or the refused, withdrawn and lapsed ones.
 */
export async function oldApplications(
  db: Connection,
  which: 'drafts' | 'refused',
  before: string,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('application')
    .select('application.id')
    .where('application.state', 'in', ['rejected', 'withdrawn', 'lapsed'])
    .where('application.state_since', '<', before)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('purged_record')
            .select('purged_record.record_id')
            .where('purged_record.lifecycle', '=', 'application')
            .whereRef('purged_record.record_id', '=', 'application.id'),
        ),
      ),
    )
    .$if(which === 'drafts', (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('history')
            .select('history.seq')
            .where('history.lifecycle', '=', 'application')
            .whereRef('history.record_id', '=', 'application.id')
            .where('history.event', '=', 'discard'),
        ),
      ),
    )
    .orderBy('application.state_since')
    .limit(limit)
    .execute();
  return idsOf(rows);
}

/** What purging removed of late, the newest first. */
export const purgeRuns = (db: Connection, limit: number) =>
  db.selectFrom('purge_run').select(['at', 'kind', 'removed']).orderBy('id', 'desc').limit(limit).execute();

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map((row) => row.id);
