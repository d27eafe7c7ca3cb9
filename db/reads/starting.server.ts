import type { Settings } from '#app/domain/settings.ts';
import type { Connection } from '../connection.server.ts';

/** A published call with its program's figures and its center, as somebody who applies needs it; undefined: there is none. */
export async function callToApplyFor(db: Connection, id: string) {
  const row = await db
    .selectFrom('call')
    .innerJoin('program', 'program.id', 'call.program_id')
    .innerJoin('center', 'center.id', 'call.center_id')
    .select([
      'call.id',
      'call.title',
      'call.opens_at',
      'call.closes_at',
      'call.center_id',
      'program.settings',
      'center.name as center_name',
      'center.phone as center_phone',
      'center.region_code',
    ])
    .where('call.id', '=', id)
    .where('call.published_at', 'is not', null)
    .executeTakeFirst();
  return row && { ...row, settings: JSON.parse(row.settings) as Partial<Settings> };
}

/** The application or incubation of an organization that has not ended, if there is one. */
export async function liveRecordOf(
  db: Connection,
  organizationId: string,
): Promise<{ readonly lifecycle: 'application' | 'incubation'; readonly id: string } | undefined> {
  const incubation = await db
    .selectFrom('incubation')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('state', 'not in', ['graduated', 'terminated', 'exited'])
    .executeTakeFirst();
  if (incubation) return { lifecycle: 'incubation', id: incubation.id };
  const application = await db
    .selectFrom('application')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('state', 'not in', ['admitted', 'rejected', 'withdrawn', 'lapsed'])
    .executeTakeFirst();
  return application && { lifecycle: 'application', id: application.id };
}
