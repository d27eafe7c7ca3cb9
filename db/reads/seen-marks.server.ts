import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { SeenMark } from '#app/domain/seen.ts';
import type { Connection } from '../connection.server.ts';
import { firstOf, hotQuery } from './hot-query.server.ts';

/** How far a person has read a record; undefined when they never opened it. */
export async function seenMarkOf(
  db: Connection,
  personId: string,
  lifecycle: LifecycleName,
  recordId: string,
): Promise<SeenMark | undefined> {
  const row = await firstOf(oneMark(db, { personId, lifecycle, recordId }));
  return row && { seen: row.seen_version, since: row.since_version, at: row.at };
}

const oneMark = hotQuery(
  (db, { personId, lifecycle, recordId }: Readonly<Record<'personId' | 'lifecycle' | 'recordId', string>>) =>
    db
      .selectFrom('seen_mark')
      .select(['seen_version', 'since_version', 'at'])
      .where('person_id', '=', personId)
      .where('lifecycle', '=', lifecycle)
      .where('record_id', '=', recordId),
);

/**
 * The marks of a person on some records, at most a page of them, of the lifecycles named: SQLite looks each record up in each
 * of them.
 */
export const seenMarksOn = (
  db: Connection,
  personId: string,
  lifecycles: readonly string[],
  recordIds: readonly string[],
) => (recordIds.length === 0 ? Promise.resolve([]) : marksOn(db, { personId, lifecycles, recordIds }));

const marksOn = hotQuery(
  (
    db,
    of: {
      readonly personId: string;
      readonly lifecycles: readonly string[];
      readonly recordIds: readonly string[];
    },
  ) =>
    db
      .selectFrom('seen_mark')
      .select(['lifecycle', 'record_id', 'seen_version', 'at'])
      .where('person_id', '=', of.personId)
      .where('lifecycle', 'in', [...of.lifecycles])
      .where('record_id', 'in', [...of.recordIds]),
);

/** What others did to a record after a version: the numbers and instants of its history. */
export const changesByOthers = (
  db: Connection,
  lifecycle: LifecycleName,
  recordId: string,
  after: number,
  personId: string,
) =>
  db
    .selectFrom('history')
    .select(['number', 'at'])
    .where('lifecycle', '=', lifecycle)
    .where('record_id', '=', recordId)
    .where('number', '>', after)
    .where((eb) => eb.or([eb('actor_id', 'is', null), eb('actor_id', '!=', personId)]))
    .orderBy('number')
    .execute();
