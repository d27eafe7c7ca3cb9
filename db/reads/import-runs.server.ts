import type { Connection } from '../connection.server.ts';

/** What the documents of an import belong to: the register as it came, and the rows that stayed out. */
export const importDocuments = 'import_run';
export type ImportSlot = 'register' | 'rejected';

/** One import with the center that it went to, or undefined. */
export const importRunById = (db: Connection, id: string) =>
  db
    .selectFrom('import_run')
    .innerJoin('center', 'center.id', 'import_run.center_id')
    .selectAll('import_run')
    .select(['center.name as center_name', 'center.region_code'])
    .where('import_run.id', '=', id)
    .executeTakeFirst();

/** The last imports into these centers, the newest first. */
export const lastImportRuns = (db: Connection, centerIds: readonly string[], most: number) =>
  db
    .selectFrom('import_run')
    .leftJoin('person', 'person.id', 'import_run.person_id')
    .select([
      'import_run.id',
      'file_name',
      'good',
      'bad',
      'import_run.created_at',
      'person.name as person_name',
    ])
    .where('center_id', 'in', centerIds)
    .orderBy('import_run.id', 'desc')
    .limit(most)
    .execute();

/** The file of an import in one of its slots, unless it was removed. */
export const importDocument = (db: Connection, runId: string, slot: ImportSlot) =>
  db
    .selectFrom('document')
    .selectAll()
    .where('lifecycle', '=', importDocuments)
    .where('record_id', '=', runId)
    .where('slot', '=', slot)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
