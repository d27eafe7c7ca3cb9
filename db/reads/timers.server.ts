import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { Connection } from '../connection.server.ts';
import { firstOf, hotQuery } from './hot-query.server.ts';

/** Timers to be tried now, the earliest first. */
export const dueTimers = (db: Connection, now: string, limit: number) =>
  db
    .selectFrom('timer')
    .select(['lifecycle', 'record_id', 'name', 'event_type', 'due_at'])
    .where('try_at', '<=', now)
    .orderBy('try_at')
    .limit(limit)
    .execute();

/** The timer of one record that is to be tried next, if any is due. */
export const nextDueTimerOf = (db: Connection, lifecycle: LifecycleName, recordId: string, now: string) =>
  firstOf(nextDue(db, { lifecycle, recordId, now }));

const nextDue = hotQuery(
  (db, { lifecycle, recordId, now }: { lifecycle: string; recordId: string; now: string }) =>
    db
      .selectFrom('timer')
      .select(['name', 'event_type', 'due_at'])
      .where('lifecycle', '=', lifecycle)
      .where('record_id', '=', recordId)
      .where('try_at', '<=', now)
      .orderBy('due_at')
      .orderBy('name')
      .limit(1),
);
