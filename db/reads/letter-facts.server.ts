import type { Connection } from '../connection.server.ts';

/** The versions of an application that were sent in, with the hash of each. */
export const snapshotsOf = (db: Connection, applicationId: string) =>
  db
    .selectFrom('snapshot')
    .select(['number', 'hash'])
    .where('application_id', '=', applicationId)
    .orderBy('number')
    .execute();

/** The application at the root of a record, with its call and program; undefined for what came in by import. */
export async function rootApplication(db: Connection, applicationId: string | null) {
  if (applicationId === null) return undefined;
  return db
    .selectFrom('application')
    .leftJoin('call', 'call.id', 'application.parent_id')
    .leftJoin('program', 'program.id', 'call.program_id')
    .select(['application.number', 'call.title as call_title', 'program.name as program_name'])
    .where('application.id', '=', applicationId)
    .executeTakeFirst();
}

/** The certificate of a graduation: in whose name it was issued, and when it was revoked. */
export const certificateOf = (db: Connection, graduationId: string) =>
  db
    .selectFrom('certificate')
    .select(['organization_name', 'revoked_on'])
    .where('graduation_id', '=', graduationId)
    .executeTakeFirst();
