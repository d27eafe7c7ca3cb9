import type { Connection } from '../connection.server.ts';
import { hotQuery } from './hot-query.server.ts';

/** The sections of an application as they were saved last. */
export const sectionsOf = (db: Connection, applicationId: string) => sections(db, { applicationId });

const sections = hotQuery((db, { applicationId }: { readonly applicationId: string }) =>
  db.selectFrom('application_section').selectAll().where('application_id', '=', applicationId),
);

/** When each of some applications was handed in, instants by id; those that were not are left out. */
export async function submissionsOf(
  db: Connection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('application')
    .select(['id', 'facts'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(
    rows.flatMap(({ id, facts }) => {
      const { submittedAt } = JSON.parse(facts) as { readonly submittedAt: string | null };
      return submittedAt === null ? [] : [[id, submittedAt] as const];
    }),
  );
}

/** What became of an application on its way, each with its instant; null for what has not come (yet). */
export interface ApplicationMilestones {
  readonly screened: { readonly event: 'pass' | 'refuse'; readonly at: string } | null;
  readonly noticedAt: string | null;
  readonly noticeEndsAt: string | null;
  readonly signedAt: string | null;
}

/** The milestones of some applications, by id: two queries, however many there are. */
export async function milestonesOf(
  db: Connection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ApplicationMilestones>> {
  if (ids.length === 0) return new Map();
  const happened = await db
    .selectFrom('history')
    .select(['record_id', 'event', 'from_state', 'to_state', 'at'])
    .where('lifecycle', '=', 'application')
    .where('record_id', 'in', [...ids])
    .where((eb) => eb.or([eb('event', 'in', ['pass', 'refuse']), eb('to_state', '=', 'admitted')]))
    .orderBy('record_id')
    .orderBy('number')
    .execute();
  const notices = await db
    .selectFrom('notice')
    .select(['record_id', 'published_at', 'ends_at'])
    .where('lifecycle', '=', 'application')
    .where('record_id', 'in', [...ids])
    .execute();
  const found = new Map<string, ApplicationMilestones>(
    notices.map((notice) => [
      notice.record_id,
      { ...nothingYet, noticedAt: notice.published_at, noticeEndsAt: notice.ends_at },
    ]),
  );
  for (const { record_id: id, event, from_state, to_state, at } of happened) {
    const before = found.get(id) ?? nothingYet;
    if (event === 'pass' || event === 'refuse') found.set(id, { ...before, screened: { event, at } });
    else if (to_state !== from_state) found.set(id, { ...before, signedAt: at });
  }
  return found;
}

const nothingYet: ApplicationMilestones = {
  screened: null,
  noticedAt: null,
  noticeEndsAt: null,
  signedAt: null,
};

/** The waitlist of a call, in the order of their scores; at most fifty, more than any call takes in. */
export const waitlistedOf = (db: Connection, callId: string) =>
  db
    .selectFrom('application')
    .select(['id', 'organization_id', 'organization_name'])
    .where('parent_id', '=', callId)
    .where('state', '=', 'waitlisted')
    .orderBy('score', 'desc')
    .orderBy('id')
    .limit(50)
    .execute();
