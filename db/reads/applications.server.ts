import type { Connection } from '../connection.server.ts';

/** The sections of an application as they were saved last. */
export const sectionsOf = (db: Connection, applicationId: string) =>
  db.selectFrom('application_section').selectAll().where('application_id', '=', applicationId).execute();
