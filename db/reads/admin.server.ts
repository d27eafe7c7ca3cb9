import type { Place } from '#app/domain/policy/abilities.ts';
import type { Settings } from '#app/domain/settings.ts';
import type { Connection } from '../connection.server.ts';

/** A center as a place for the policy; null when there is none. */
export async function placeOfCenter(db: Connection, centerId: string): Promise<Place | null> {
  const row = await db
    .selectFrom('center')
    .select(['id', 'region_code'])
    .where('id', '=', centerId)
    .executeTakeFirst();
  return row ? { centerId: row.id, regionCode: row.region_code } : null;
}

/** The center that something of the administration belongs to, as a place. */
export async function placeOf(
  db: Connection,
  table: 'program' | 'call' | 'rubric' | 'seat',
  id: string,
): Promise<Place | null> {
  const row = await db
    .selectFrom(table)
    .innerJoin('center', 'center.id', `${table}.center_id`)
    .select(['center.id', 'center.region_code'])
    .where(`${table}.id`, '=', id)
    .executeTakeFirst();
  return row ? { centerId: row.id, regionCode: row.region_code } : null;
}

export interface ProgramRow {
  readonly id: string;
  readonly center_id: string;
  readonly name: string;
  readonly settings: Settings;
  readonly version: number;
}

/** The programs of a center, the first one first. */
export async function programsOf(db: Connection, centerId: string): Promise<readonly ProgramRow[]> {
  const rows = await db
    .selectFrom('program')
    .select(['id', 'center_id', 'name', 'settings', 'version'])
    .where('center_id', '=', centerId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, settings: JSON.parse(row.settings) as Settings }));
}

/** One program, or undefined. */
export async function programById(db: Connection, id: string): Promise<ProgramRow | undefined> {
  const row = await db
    .selectFrom('program')
    .select(['id', 'center_id', 'name', 'settings', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row, settings: JSON.parse(row.settings) as Settings };
}

/** The calls of a center with how many applications each has, the newest first. */
export const callsOf = (db: Connection, centerId: string) =>
  db
    .selectFrom('call')
    .innerJoin('program', 'program.id', 'call.program_id')
    .selectAll('call')
    .select('program.name as program_name')
    .select((eb) =>
      eb
        .selectFrom('application')
        .select((sub) => sub.fn.countAll<number>().as('n'))
        .whereRef('application.parent_id', '=', 'call.id')
        .as('applications'),
    )
    .where('call.center_id', '=', centerId)
    .orderBy('call.opens_at', 'desc')
    .orderBy('call.id', 'desc')
    .limit(200)
    .execute();

/** How many applications a call has, drafts too. */
export async function applicationsOfCall(db: Connection, callId: string): Promise<number> {
  const row = await db
    .selectFrom('application')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('parent_id', '=', callId)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Ids of the applications of a call that are not sent in yet: the closing time is their deadline. */
export async function draftsOfCall(db: Connection, callId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('application')
    .select('id')
    .where('parent_id', '=', callId)
    .where('state', '=', 'draft')
    .execute();
  return rows.map((row) => row.id);
}

/** The seats of a center with whoever holds them; retired ones last. */
export const seatsOf = (db: Connection, centerId: string) =>
  db
    .selectFrom('seat')
    .leftJoin('organization', 'organization.id', 'seat.organization_id')
    .selectAll('seat')
    .select('organization.name as organization_name')
    .where('seat.center_id', '=', centerId)
    .orderBy((eb) => eb.case().when('seat.status', '=', 'retired').then(1).else(0).end())
    .orderBy('seat.code')
    .limit(500)
    .execute();

export const seatById = (db: Connection, id: string) =>
  db.selectFrom('seat').selectAll().where('id', '=', id).executeTakeFirst();

/** Whether a center has a seat of that number already, other than `exceptId`. */
export async function seatCodeTaken(
  db: Connection,
  centerId: string,
  code: string,
  exceptId = '',
): Promise<boolean> {
  const row = await db
    .selectFrom('seat')
    .select('id')
    .where('center_id', '=', centerId)
    .where('code', '=', code)
    .where('id', '!=', exceptId)
    .executeTakeFirst();
  return row !== undefined;
}
