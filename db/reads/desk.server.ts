import type { Expression, SqlBool } from 'kysely';
import type { Membership } from '#app/domain/policy/actor.ts';
import type { Connection } from '../connection.server.ts';

export interface WaitRow {
  readonly lifecycle: string;
  readonly record_id: string;
  readonly role: string;
  readonly person_id: string;
  readonly organization_name: string;
  readonly event: string;
  readonly state: string;
  readonly since: string;
  readonly due_at: string | null;
}

/** What waits for a person: by name, or for one of their roles in the places where they hold it. Most urgent first. */
export async function waitsFor(
  db: Connection,
  personId: string,
  memberships: readonly Membership[],
  centersOfRegion: ReadonlyMap<string, readonly string[]>,
  limit: number,
): Promise<readonly WaitRow[]> {
  return db
    .selectFrom('wait')
    .selectAll()
    .where((eb) => {
      const mine: Expression<SqlBool>[] = [eb('person_id', '=', personId)];
      for (const m of memberships) {
        const forRole = [eb('role', '=', m.role), eb('person_id', '=', '')];
        if (m.scope === 'center') mine.push(eb.and([...forRole, eb('center_id', '=', m.scopeId)]));
        if (m.scope === 'organization')
          mine.push(eb.and([...forRole, eb('organization_id', '=', m.scopeId)]));
        const centers = m.scope === 'region' ? (centersOfRegion.get(m.scopeId) ?? []) : [];
        if (centers.length > 0) mine.push(eb.and([...forRole, eb('center_id', 'in', [...centers])]));
      }
      return eb.or(mine);
    })
    .orderBy((eb) => eb.fn.coalesce('due_at', eb.val('9999')))
    .orderBy('since')
    .limit(limit)
    .execute();
}

/** What others have to do in these centers, for those who follow it: not for this person's own roles. */
export const othersWaits = (
  db: Connection,
  centerIds: readonly string[],
  ownRoles: readonly string[],
  limit: number,
) =>
  db
    .selectFrom('wait')
    .selectAll()
    .where('center_id', 'in', [...centerIds])
    .where('role', 'not in', [...ownRoles])
    .where('due_at', 'is not', null)
    .orderBy('due_at')
    .limit(limit)
    .execute();
