import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { Actor, Subject } from '#app/domain/policy/actor.ts';
import type { Connection } from '#db/connection.server.ts';
import { isDirectorFree } from '#db/reads/directors.server.ts';
import type { LoadedRecord } from '#db/reads/records.server.ts';

/** What the policy must know of a loaded record. */
export const subjectOf = (lifecycle: LifecycleName, record: LoadedRecord): Subject => ({
  centerId: record.row.center_id,
  regionCode: record.regionCode,
  organizationId: record.row.organization_id,
  assigned: lifecycleNamed(lifecycle).assigned(record.context),
  recused: record.context.recused,
});

/**
 * What the policy must know of a record to say what this actor may send: with whether a director is free to act, which
 * is looked up only for a supervisor, the one who stands in where none is.
 */
export async function subjectFor(
  db: Connection,
  actor: Actor,
  lifecycle: LifecycleName,
  record: LoadedRecord,
): Promise<Subject> {
  const subject = subjectOf(lifecycle, record);
  if (!actor.memberships.some((m) => m.role === 'supervisor')) return subject;
  return { ...subject, directorFree: await isDirectorFree(db, subject) };
}
