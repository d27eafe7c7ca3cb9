import type { Connection } from '../connection.server.ts';

/** A session with its person, as a request needs them; undefined for tokens that nobody holds. */
export const sessionWithPerson = (db: Connection, id: string) =>
  db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select([
      'session.id',
      'session.seen_at',
      'session.expires_at',
      'person.id as person_id',
      'person.name',
      'person.email',
      'person.locale',
      'person.disabled_at',
    ])
    .where('session.id', '=', id)
    .executeTakeFirst();

/** The sessions of a person, the one used last first. */
export const sessionsOf = (db: Connection, personId: string) =>
  db
    .selectFrom('session')
    .select(['id', 'created_at', 'seen_at', 'expires_at', 'agent'])
    .where('person_id', '=', personId)
    .orderBy('seen_at', 'desc')
    .execute();
