import type { Connection } from '../connection.server.ts';
import { hotQuery } from './hot-query.server.ts';

/** The drafts of a person for one address: the one that saved itself, and those sent after a session had ended. Newest first. */
export const formDraftsAt = (db: Connection, personId: string, place: string, now: string) =>
  draftsAt(db, { personId, place, now });

const draftsAt = hotQuery((db, { personId, place, now }: { personId: string; place: string; now: string }) =>
  db
    .selectFrom('form_draft')
    .select(['browser', 'values', 'saved_at'])
    .where('person_id', '=', personId)
    .where('place', '=', place)
    .where('expires_at', '>', now)
    .orderBy('saved_at', 'desc'),
);

/** Every draft of a person by its size, newest first. */
export const formDraftSizes = (db: Connection, personId: string) =>
  db
    .selectFrom('form_draft')
    .select(['place', 'browser', 'size'])
    .where('person_id', '=', personId)
    .orderBy('saved_at', 'desc')
    .execute();

/** Whether this browser sent a form to an address after its session had ended, whoever it was. */
export const isInterruptedAt = async (
  db: Connection,
  browser: string,
  place: string,
  now: string,
): Promise<boolean> =>
  (await db
    .selectFrom('form_draft')
    .select('place')
    .where('browser', '=', browser)
    .where('place', '=', place)
    .where('expires_at', '>', now)
    .limit(1)
    .executeTakeFirst()) !== undefined;
