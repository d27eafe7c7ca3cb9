import type { Connection } from '../connection.server.ts';
import { firstOf, hotQuery } from './hot-query.server.ts';

/** One organization. */
export const organizationById = (db: Connection, id: string) => firstOf(oneOrganization(db, { id }));

const oneOrganization = hotQuery((db, { id }: { readonly id: string }) =>
  db.selectFrom('organization').selectAll().where('id', '=', id),
);

const endedApplications = ['draft', 'admitted', 'rejected', 'withdrawn', 'lapsed'] as const;
const endedIncubations = ['graduated', 'terminated', 'exited'] as const;

/**
 * Live applications and incubations of the same organization in a center: the same code, or the same name and
 * division where it has none. A draft of somebody else is not yet an application.
 */
export async function othersUnderWay(
  db: Connection,
  centerId: string,
  organizationId: string,
  applicationId: string,
): Promise<{ applications: number; incubations: number }> {
  const self = await organizationById(db, organizationId);
  if (self === undefined) return { applications: 0, incubations: 0 };
  let same = db.selectFrom('organization').select('id').where('center_id', '=', centerId);
  same =
    self.uscc === null
      ? same.where('name', '=', self.name).where('division_code', 'is not distinct from', self.division_code)
      : same.where('uscc', '=', self.uscc);
  const ids = [...new Set([organizationId, ...(await same.execute()).map((o) => o.id)])];
  const applications = await db
    .selectFrom('application')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('organization_id', 'in', ids)
    .where('state', 'not in', endedApplications)
    .where('id', '!=', applicationId)
    .executeTakeFirstOrThrow();
  const incubations = await db
    .selectFrom('incubation')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('organization_id', 'in', ids)
    .where('state', 'not in', endedIncubations)
    .executeTakeFirstOrThrow();
  return { applications: Number(applications.n), incubations: Number(incubations.n) };
}
