import type { Connection } from '../connection.server.ts';

/** The second factor of a person, or undefined. */
export const secondFactorOf = (db: Connection, personId: string) =>
  db.selectFrom('second_factor').selectAll().where('person_id', '=', personId).executeTakeFirst();

/** How many recovery codes a person has left. */
export async function recoveryCodesLeft(db: Connection, personId: string): Promise<number> {
  const row = await db
    .selectFrom('recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** A sign-in that waits for its next step at this instant, or undefined. */
export const pendingSignIn = (db: Connection, id: string, now: string) =>
  db
    .selectFrom('pending_sign_in')
    .selectAll()
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst();

/** The hashes of passwords that a person had before, the newest first. */
export const pastPasswords = (db: Connection, personId: string, most: number) =>
  db
    .selectFrom('past_password')
    .select(['hash', 'replaced_at'])
    .where('person_id', '=', personId)
    .orderBy('replaced_at', 'desc')
    .limit(most)
    .execute();
