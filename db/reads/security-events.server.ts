import { sql } from 'kysely';
import { encodeTime } from 'ulid';
import type { Connection } from '../connection.server.ts';
import { type KeysetPage, type KeysetPlace, keysetPage } from './pages.server.ts';

/**
 * How often things of these kinds were noted since an instant, and when last: at a `network` (an address as it is counted), of an account,
 * or both.
 */
export async function countEvents(
  db: Connection,
  kinds: readonly string[],
  since: string,
  where: { readonly network?: string; readonly account?: string; readonly personId?: string },
): Promise<{ count: number; lastAt: string | null }> {
  let query = db
    .selectFrom('security_event')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('at').as('lastAt')])
    .where('kind', 'in', kinds)
    .where('at', '>', since);
  if (where.network !== undefined)
    query = query.where(sql<string>`coalesce(network, address)`, '=', where.network);
  if (where.account !== undefined) query = query.where('account', '=', where.account);
  if (where.personId !== undefined) query = query.where('person_id', '=', where.personId);
  const row = await query.executeTakeFirstOrThrow();
  return { count: Number(row.count), lastAt: row.lastAt };
}

export interface SecurityFilter {
  readonly kind?: string;
  /** The people whom it happened to. */
  readonly personIds?: readonly string[];
  /** Instants: from (included) and until (not included). */
  readonly from?: string;
  readonly until?: string;
}

export interface SecurityRow {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly person_id: string | null;
  readonly address: string;
  readonly detail: string;
}

/** An id begins with its instant, so that a stretch of time is a stretch of ids. */
const firstIdAt = (instant: string): string => encodeTime(Date.parse(instant), 10);

/** A page of the security log, the newest first. */
export async function securityEventsPage(
  db: Connection,
  asked: KeysetPlace & SecurityFilter,
): Promise<KeysetPage<SecurityRow>> {
  const backward = asked.before !== undefined && asked.after === undefined;
  const cursor = asked.after ?? asked.before;
  let query = db
    .selectFrom('security_event')
    .select(['id', 'at', 'kind', 'person_id', 'address', 'detail'])
    .orderBy('id', backward ? 'asc' : 'desc')
    .limit(asked.size + 1);
  if (cursor !== undefined) query = query.where('id', backward ? '>' : '<', cursor);
  if (asked.kind) query = query.where('kind', '=', asked.kind);
  if (asked.personIds)
    query = query.where('person_id', 'in', asked.personIds.length > 0 ? asked.personIds : ['']);
  if (asked.from) query = query.where('id', '>=', firstIdAt(asked.from));
  if (asked.until) query = query.where('id', '<', firstIdAt(asked.until));
  return keysetPage(await query.execute(), asked, (row) => row.id);
}
