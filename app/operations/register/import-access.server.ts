import { mayDo } from '#app/domain/policy/abilities.ts';
import { type Actor, rolesToward } from '#app/domain/policy/actor.ts';
import type { Connection } from '#db/connection.server.ts';
import { allCenters, centerById } from '#db/reads/centers.server.ts';
import type { Sent } from '../engine/move.server.ts';

export interface ImportCenter {
  readonly id: string;
  readonly name: string;
  readonly regionCode: string;
}

/** The centers into which the actor may import a register. */
export async function importCenters(db: Connection, actor: Actor): Promise<readonly ImportCenter[]> {
  const centers = await allCenters(db);
  return centers
    .map((center) => ({ id: center.id, name: center.name, regionCode: center.region_code }))
    .filter((center) => mayImport(actor, center));
}

/** One of them, or undefined when there is none for this actor. */
export async function importCenter(
  db: Connection,
  actor: Actor,
  id: string,
): Promise<ImportCenter | undefined> {
  const row = await centerById(db, id);
  if (row === undefined) return undefined;
  const center = { id: row.id, name: row.name, regionCode: row.region_code };
  return mayImport(actor, center) ? center : undefined;
}

const mayImport = (actor: Actor, center: ImportCenter): boolean =>
  mayDo(actor, 'register.import', { centerId: center.id, regionCode: center.regionCode });

/** As whom the actor imports: how the history of what came in names them. */
export function importerOf(actor: Actor, center: ImportCenter): NonNullable<Sent['by']> {
  const held = rolesToward(actor, {
    centerId: center.id,
    regionCode: center.regionCode,
    organizationId: null,
    assigned: [],
    recused: [],
  });
  const role = held.includes('manager') ? 'manager' : 'director';
  return { personId: actor.personId, name: actor.name, role };
}
