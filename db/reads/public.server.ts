import { type SqlBool, sql } from 'kysely';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { Settings } from '#app/domain/settings.ts';
import type { Connection } from '../connection.server.ts';
import { type KeysetPage, type KeysetPlace, keysetPage } from './pages.server.ts';

/** What everyone may know of a call. */
export interface PublicCall {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly opens_at: string;
  readonly closes_at: string | null;
  readonly quota: number | null;
  readonly program_name: string;
  readonly center_name: string;
  readonly center_name_en: string;
}

const publishedCalls = (db: Connection) =>
  db
    .selectFrom('call')
    .innerJoin('program', 'program.id', 'call.program_id')
    .innerJoin('center', 'center.id', 'call.center_id')
    .select([
      'call.id',
      'call.title',
      'call.summary',
      'call.opens_at',
      'call.closes_at',
      'call.quota',
      'program.name as program_name',
      'center.name as center_name',
      'center.name_en as center_name_en',
    ])
    .where('call.published_at', 'is not', null);

/** Published calls that are open or will be, the one that opened last first. */
export const currentCalls = (db: Connection, now: string, limit: number): Promise<PublicCall[]> =>
  publishedCalls(db)
    .where('call.published_at', '<=', now)
    .where((eb) => eb.or([eb('call.closes_at', 'is', null), eb('call.closes_at', '>', now)]))
    .orderBy('call.opens_at', 'desc')
    .orderBy('call.id', 'desc')
    .limit(limit)
    .execute();

/** One published call with its program's settings and its center, or undefined. */
export async function publicCallById(
  db: Connection,
  now: string,
  id: string,
): Promise<
  | (PublicCall & {
      readonly settings: Settings;
      readonly center_address: string;
      readonly center_phone: string;
    })
  | undefined
> {
  const row = await publishedCalls(db)
    .select(['program.settings', 'center.address as center_address', 'center.phone as center_phone'])
    .where('call.id', '=', id)
    .where('call.published_at', '<=', now)
    .executeTakeFirst();
  return row && { ...row, settings: JSON.parse(row.settings) as Settings };
}

/** What everyone may know of a public notice: its content was masked when it was published. */
export interface PublicNotice {
  readonly id: string;
  readonly lifecycle: LifecycleName;
  readonly record_id: string;
  readonly number: string;
  readonly organization_name: string;
  readonly content: string;
  readonly published_at: string;
  readonly ends_at: string | null;
  readonly outcome: string | null;
}

const noticeColumns = [
  'id',
  'lifecycle',
  'record_id',
  'number',
  'organization_name',
  'content',
  'published_at',
  'ends_at',
  'outcome',
] as const;

/** A page of notices, the newest first. */
export async function noticesPage(db: Connection, place: KeysetPlace): Promise<KeysetPage<PublicNotice>> {
  const backward = place.before !== undefined && place.after === undefined;
  let query = db.selectFrom('notice').select(noticeColumns);
  const cursor = place.after ?? place.before;
  if (cursor !== undefined) {
    const [at = '', id = ''] = cursor.split('~');
    query = query.where(
      backward
        ? sql<SqlBool>`(published_at, id) > (${at}, ${id})`
        : sql<SqlBool>`(published_at, id) < (${at}, ${id})`,
    );
  }
  const direction = backward ? 'asc' : 'desc';
  const found = await query
    .orderBy('published_at', direction)
    .orderBy('id', direction)
    .limit(place.size + 1)
    .execute();
  return keysetPage(found as PublicNotice[], place, (row) => `${row.published_at}~${row.id}`);
}

/** Notices that have no outcome yet, the newest first: what is on public notice now. */
export const openNotices = async (db: Connection, limit: number): Promise<readonly PublicNotice[]> =>
  (await db
    .selectFrom('notice')
    .select(noticeColumns)
    .where('outcome', 'is', null)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()) as PublicNotice[];

/** One notice, or undefined. */
export const noticeById = async (db: Connection, id: string): Promise<PublicNotice | undefined> =>
  (await db.selectFrom('notice').select(noticeColumns).where('id', '=', id).executeTakeFirst()) as
    | PublicNotice
    | undefined;

/** The program under which a record came in: by its own call, or that of the application at its root. Null: by import. */
export async function programOf(
  db: Connection,
  lifecycle: LifecycleName,
  recordId: string,
): Promise<string | null> {
  const parentOf = async (name: LifecycleName, id: string) =>
    (await db.selectFrom(name).select('parent_id').where('id', '=', id).executeTakeFirst())?.parent_id ??
    null;
  let applicationId: string | null = recordId;
  if (lifecycle !== 'application') {
    const incubationId = lifecycle === 'incubation' ? recordId : await parentOf(lifecycle, recordId);
    applicationId = incubationId === null ? null : await parentOf('incubation', incubationId);
  }
  if (applicationId === null) return null;
  const row = await db
    .selectFrom('application')
    .innerJoin('call', 'call.id', 'application.parent_id')
    .innerJoin('program', 'program.id', 'call.program_id')
    .select('program.name')
    .where('application.id', '=', applicationId)
    .executeTakeFirst();
  return row?.name ?? null;
}

/** A certificate as anyone may check it by its number, without the grounds of a revocation; undefined when there is none. */
export const certificateByNumber = (db: Connection, number: string) =>
  db
    .selectFrom('certificate')
    .innerJoin('graduation', 'graduation.id', 'certificate.graduation_id')
    .innerJoin('organization', 'organization.id', 'graduation.organization_id')
    .innerJoin('center', 'center.id', 'certificate.center_id')
    .select([
      'certificate.number',
      'certificate.organization_name',
      'certificate.issued_on',
      'certificate.revoked_on',
      'center.name as center_name',
      'center.name_en as center_name_en',
      'organization.id as organization_id',
      'organization.listed',
    ])
    .where('certificate.number', '=', number)
    .executeTakeFirst();

/** How many records of each lifecycle stand in each state, over all centers, from the counters. */
export const counts = (db: Connection) =>
  db
    .selectFrom('counter')
    .select(['lifecycle', 'state'])
    .select((eb) => eb.fn.sum<number>('count').as('n'))
    .groupBy(['lifecycle', 'state'])
    .execute();
