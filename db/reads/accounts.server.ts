import { sql } from 'kysely';
import type { Connection } from '../connection.server.ts';
import { type KeysetPage, type KeysetPlace, keysetPage } from './pages.server.ts';

/** One person with everything that the account holds, or undefined. */
export const personById = (db: Connection, id: string) =>
  db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();

/** The person of an e-mail address (in lower case), or undefined. */
export const personByEmail = (db: Connection, email: string) =>
  db.selectFrom('person').selectAll().where('email', '=', email).executeTakeFirst();

/** Whether anybody holds a role now. */
export async function countHolders(db: Connection, role: string): Promise<number> {
  const row = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('membership.role', '=', role)
    .where('membership.ended_at', 'is', null)
    .where('person.disabled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** One membership that has not ended, with its person, or undefined. */
export const liveMembership = (db: Connection, id: string) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .selectAll('membership')
    .select(['person.name', 'person.email'])
    .where('membership.id', '=', id)
    .where('membership.ended_at', 'is', null)
    .executeTakeFirst();

/** The memberships of a person, those that ended last. */
export const allMembershipsOf = (db: Connection, personId: string) =>
  db
    .selectFrom('membership')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy((eb) => eb.case().when('ended_at', 'is', null).then(0).else(1).end())
    .orderBy('created_at')
    .orderBy('id')
    .execute();

/** Who is what in one place now. */
export const membersOf = (db: Connection, scope: string, scopeId: string) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select([
      'membership.id',
      'membership.person_id',
      'membership.role',
      'membership.delegate',
      'membership.created_at',
      'person.name',
      'person.email',
      'person.phone',
      'person.disabled_at',
    ])
    .where('membership.scope', '=', scope)
    .where('membership.scope_id', '=', scopeId)
    .where('membership.ended_at', 'is', null)
    .orderBy('membership.created_at')
    .orderBy('membership.id')
    .execute();

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly disabled_at: string | null;
  readonly expires_on: string | null;
  readonly signed_in_at: string | null;
  readonly created_at: string;
  readonly roles: readonly string[];
}

/**
 * A page of people, those who came last first, by a part of their name or address. With `centerIds`, only those who hold
 * a role in one of the centers.
 */
export async function peoplePage(
  db: Connection,
  asked: KeysetPlace & {
    readonly q: string;
    readonly centerIds: readonly string[] | null;
    /** Only open accounts that nobody signed in to since this instant (or since they were made). */
    readonly unusedSince?: string | undefined;
  },
): Promise<KeysetPage<PersonRow>> {
  const backward = asked.before !== undefined && asked.after === undefined;
  const cursor = asked.after ?? asked.before;
  let query = db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'disabled_at', 'expires_on', 'signed_in_at', 'created_at'])
    .orderBy('id', backward ? 'asc' : 'desc')
    .limit(asked.size + 1);
  if (cursor !== undefined) query = query.where('id', backward ? '>' : '<', cursor);
  if (asked.q !== '') query = query.where(likeNameOrEmail(asked.q));
  if (asked.unusedSince !== undefined) {
    const since = asked.unusedSince;
    query = query
      .where('disabled_at', 'is', null)
      .where((eb) =>
        eb.or([
          eb('signed_in_at', '<', since),
          eb.and([eb('signed_in_at', 'is', null), eb('created_at', '<', since)]),
        ]),
      );
  }
  if (asked.centerIds !== null) {
    const centers = asked.centerIds.length > 0 ? [...asked.centerIds] : [''];
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('membership')
          .select('membership.id')
          .whereRef('membership.person_id', '=', 'person.id')
          .where('membership.scope', '=', 'center')
          .where('membership.scope_id', 'in', centers),
      ),
    );
  }
  const page = keysetPage(await query.execute(), asked, (row) => row.id);
  const ids = page.rows.map((row) => row.id);
  const held =
    ids.length === 0
      ? []
      : await db
          .selectFrom('membership')
          .select(['person_id', 'role'])
          .where('person_id', 'in', ids)
          .where('ended_at', 'is', null)
          .orderBy('created_at')
          .execute();
  const rolesOf = (id: string) => [...new Set(held.filter((m) => m.person_id === id).map((m) => m.role))];
  return { ...page, rows: page.rows.map((row) => ({ ...row, roles: rolesOf(row.id) })) };
}

/** The ids of the people whose name or address holds a text (in small letters), at most so many. */
export async function personIdsLike(db: Connection, text: string, most: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where(likeNameOrEmail(text))
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => row.id);
}

function likeNameOrEmail(text: string) {
  const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql<boolean>`(lower(name) like ${pattern} escape '\\' or email like ${pattern} escape '\\')`;
}

/** The accounts of a demo (`@demo.test`) with what each is, in the order in which they were made. */
export async function demoAccounts(
  db: Connection,
): Promise<readonly { readonly email: string; readonly name: string; readonly roles: readonly string[] }[]> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('membership', 'membership.person_id', 'person.id')
    .select(['person.id', 'person.email', 'person.name', 'membership.role'])
    .where('person.email', 'like', '%@demo.test')
    .where('person.disabled_at', 'is', null)
    .where('membership.ended_at', 'is', null)
    .orderBy('person.id')
    .execute();
  const people = new Map<string, { email: string; name: string; roles: string[] }>();
  for (const { id, email, name, role } of rows) {
    const known = people.get(id);
    if (known === undefined) people.set(id, { email, name, roles: [role] });
    else if (!known.roles.includes(role)) known.roles.push(role);
  }
  return [...people.values()];
}

/** The organizations that a person leads now. */
export const organizationsLedBy = (db: Connection, personId: string) =>
  db
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.scope_id')
    .select([
      'organization.id',
      'organization.name',
      'organization.center_id',
      'organization.registration_type',
    ])
    .where('membership.person_id', '=', personId)
    .where('membership.role', '=', 'lead')
    .where('membership.scope', '=', 'organization')
    .where('membership.ended_at', 'is', null)
    .orderBy('organization.id')
    .execute();

/** Some account, or undefined where there is none yet. */
export const anyAccount = (db: Connection) =>
  db.selectFrom('person').select('id').limit(1).executeTakeFirst();
