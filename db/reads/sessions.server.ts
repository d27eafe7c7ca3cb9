import type { Connection } from '../connection.server.ts';
import { firstOf, hotQuery } from './hot-query.server.ts';
import { SECURITY } from './security-settings.server.ts';

/** A session with its person and the stored security settings, as a request needs them; undefined for tokens that nobody holds. */
export const sessionWithPerson = (db: Connection, id: string) => firstOf(sessionAndPerson(db, { id }));

const sessionAndPerson = hotQuery((db, { id }: { readonly id: string }) =>
  db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .leftJoin('instance', (join) => join.on('instance.name', '=', SECURITY))
    .select([
      'session.id',
      'session.created_at',
      'session.seen_at',
      'session.expires_at',
      'session.second_factor',
      'session.ended_at',
      'session.ended_for',
      'instance.value as security',
      'person.id as person_id',
      'person.name',
      'person.email',
      'person.locale',
      'person.disabled_at',
      'person.expires_on',
    ])
    .where('session.id', '=', id),
);

/** The sessions of a person, the one used last first. */
export const sessionsOf = (db: Connection, personId: string) =>
  db
    .selectFrom('session')
    .select(['id', 'created_at', 'seen_at', 'agent', 'address'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('seen_at', 'desc')
    .execute();
