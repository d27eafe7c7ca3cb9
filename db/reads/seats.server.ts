import type { Connection } from '../connection.server.ts';
import { firstOf, hotQuery } from './hot-query.server.ts';

/** How many seats of a center are free. */
export async function freeSeats(db: Connection, centerId: string): Promise<number> {
  const row = await db
    .selectFrom('seat')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('center_id', '=', centerId)
    .where('status', '=', 'free')
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** The seat that an organization holds or has reserved, if any. */
export const seatOf = (db: Connection, organizationId: string) => firstOf(seatHeld(db, { organizationId }));

const seatHeld = hotQuery((db, { organizationId }: { readonly organizationId: string }) =>
  db.selectFrom('seat').selectAll().where('organization_id', '=', organizationId),
);
