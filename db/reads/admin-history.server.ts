import { sql } from 'kysely';
import { type LifecycleName, lifecycleNames } from '#app/domain/lifecycles/lifecycle.ts';
import type { Connection } from '../connection.server.ts';

export interface HistoryFilter {
  readonly lifecycle?: LifecycleName;
  /** Part of the name of who did it. */
  readonly actor?: string;
  /** Instants: from (included) and until (not included). */
  readonly from?: string;
  readonly until?: string;
  /** Keyset: only what is older than this place in the history. */
  readonly before?: number;
}

/** A page of a center's history, the newest first. */
export async function historyPage(db: Connection, centerId: string, filter: HistoryFilter, limit: number) {
  let query = db
    .selectFrom('history')
    .select(['seq', 'lifecycle', 'record_id', 'number', 'event', 'from_state', 'to_state'])
    .select(['actor_name', 'role', 'at', 'hash', 'request_id'])
    .where('center_id', '=', centerId);
  if (filter.lifecycle) query = query.where('lifecycle', '=', filter.lifecycle);
  if (filter.actor) query = query.where(sql<boolean>`instr(actor_name, ${filter.actor}) > 0`);
  if (filter.from) query = query.where('at', '>=', filter.from);
  if (filter.until) query = query.where('at', '<', filter.until);
  if (filter.before !== undefined) query = query.where('seq', '<', filter.before);
  return query.orderBy('seq', 'desc').limit(limit).execute();
}

/** What the records of some events are called: the organization and the number, by `lifecycle/id`. */
export async function namesOfRecords(
  db: Connection,
  records: readonly { readonly lifecycle: string; readonly record_id: string }[],
): Promise<ReadonlyMap<string, { readonly organization: string; readonly number: string | null }>> {
  const found = new Map<string, { organization: string; number: string | null }>();
  for (const lifecycle of lifecycleNames) {
    const ids = [...new Set(records.filter((r) => r.lifecycle === lifecycle).map((r) => r.record_id))];
    if (ids.length === 0) continue;
    const rows = await db
      .selectFrom(lifecycle)
      .select(['id', 'organization_name', 'number'])
      .where('id', 'in', ids)
      .execute();
    for (const row of rows)
      found.set(`${lifecycle}/${row.id}`, { organization: row.organization_name, number: row.number });
  }
  return found;
}

/** A record by its lifecycle and id: the order in which all of them are gone through. */
export interface RecordKey {
  readonly lifecycle: LifecycleName;
  readonly recordId: string;
}

/**
 * The records of a center after a given one: those that are there, and those of which there is a history, whether the
 * other is there or not. At most `limit`, in the order of lifecycle and id.
 */
export async function recordsToVerify(
  db: Connection,
  centerId: string,
  after: RecordKey | null,
  limit: number,
): Promise<readonly RecordKey[]> {
  const found: RecordKey[] = [];
  for (const lifecycle of lifecycleNames.toSorted()) {
    if (after !== null && lifecycle < after.lifecycle) continue;
    const place = lifecycle === after?.lifecycle ? after.recordId : '';
    const room = limit - found.length;
    if (room <= 0) break;
    const standing = await db
      .selectFrom(lifecycle)
      .select('id')
      .where('center_id', '=', centerId)
      .where('id', '>', place)
      .orderBy('id')
      .limit(room)
      .execute();
    const told = await db
      .selectFrom('history')
      .select('record_id as id')
      .where('lifecycle', '=', lifecycle)
      .where('record_id', '>', place)
      .where('center_id', '=', centerId)
      .groupBy('record_id')
      .orderBy('record_id')
      .limit(room)
      .execute();
    const ids = [...new Set([...standing, ...told].map(({ id }) => id))].toSorted().slice(0, room);
    found.push(...ids.map((recordId) => ({ lifecycle, recordId })));
  }
  return found;
}

export interface Head {
  readonly lifecycle: string;
  readonly record_id: string;
  readonly number: number;
  readonly hash: string;
}

/** The last event of each record as of a place in the history, in a fixed order, after a given record. */
export const headsAsOf = (
  db: Connection,
  lastSeq: number,
  after: Pick<Head, 'lifecycle' | 'record_id'>,
  limit: number,
): Promise<Head[]> =>
  db
    .selectFrom('history as h')
    .select(['h.lifecycle', 'h.record_id', 'h.number', 'h.hash'])
    .where('h.seq', '<=', lastSeq)
    .where((eb) =>
      eb.or([
        eb('h.lifecycle', '>', after.lifecycle),
        eb.and([eb('h.lifecycle', '=', after.lifecycle), eb('h.record_id', '>', after.record_id)]),
      ]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('history as n')
            .select('n.seq')
            .whereRef('n.lifecycle', '=', 'h.lifecycle')
            .whereRef('n.record_id', '=', 'h.record_id')
            .whereRef('n.number', '>', 'h.number')
            .where('n.seq', '<=', lastSeq),
        ),
      ),
    )
    .orderBy('h.lifecycle')
    .orderBy('h.record_id')
    .limit(limit)
    .execute();

/** The place of the newest event; 0 before the first. */
export async function lastSeq(db: Connection): Promise<number> {
  const row = await db
    .selectFrom('history')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirst();
  return Number(row?.seq ?? 0);
}

/** Checkpoints, the newest first. */
export const newestCheckpoints = (db: Connection, limit: number) =>
  db.selectFrom('checkpoint').selectAll().orderBy('id', 'desc').limit(limit).execute();
