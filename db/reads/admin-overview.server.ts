import type { Connection } from '../connection.server.ts';

const count = async (query: { executeTakeFirstOrThrow: () => Promise<{ n: number | string | bigint }> }) =>
  Number((await query.executeTakeFirstOrThrow()).n);

/** How much of each thing a center has, for the first page of the administration. */
export async function countsOfCenter(db: Connection, centerId: string, now: string) {
  const n = (table: 'program' | 'call' | 'seat' | 'rubric' | 'history') =>
    db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('center_id', '=', centerId);
  return {
    programs: await count(n('program')),
    openCalls: await count(
      db
        .selectFrom('call')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('center_id', '=', centerId)
        .where('published_at', 'is not', null)
        .where('opens_at', '<=', now)
        .where((eb) => eb.or([eb('closes_at', 'is', null), eb('closes_at', '>', now)])),
    ),
    draftCalls: await count(
      db
        .selectFrom('call')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('center_id', '=', centerId)
        .where('published_at', 'is', null),
    ),
    rubricDrafts: await count(
      db
        .selectFrom('rubric')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('center_id', '=', centerId)
        .where('published_at', 'is', null),
    ),
    rubrics: await count(
      db
        .selectFrom('rubric')
        .select((eb) => eb.fn.count<number>('rubric').distinct().as('n'))
        .where('center_id', '=', centerId),
    ),
    seats: await count(
      db
        .selectFrom('seat')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('center_id', '=', centerId)
        .where('status', '!=', 'retired'),
    ),
    freeSeats: await count(
      db
        .selectFrom('seat')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('center_id', '=', centerId)
        .where('status', '=', 'free'),
    ),
    events: await count(n('history')),
  };
}

/** How many accounts are in use: of everybody, or of those who hold an office in a center. */
export async function peopleCount(db: Connection, centerId: string | null): Promise<number> {
  const people = db
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('disabled_at', 'is', null);
  if (centerId === null) return count(people);
  const held = db
    .selectFrom('membership')
    .select('person_id')
    .where('scope', '=', 'center')
    .where('scope_id', '=', centerId);
  return count(people.where('id', 'in', held));
}

/** Years whose holidays a center knows. */
export async function knownYears(db: Connection, centerId: string): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('calendar_year')
    .select('year')
    .where('center_id', '=', centerId)
    .orderBy('year')
    .execute();
  return rows.map((row) => row.year);
}

/** What a center's table says of the days of a year, by date. */
export const daysOfYear = (db: Connection, centerId: string, year: number) =>
  db
    .selectFrom('calendar_day')
    .select(['date', 'is_working_day', 'note'])
    .where('center_id', '=', centerId)
    .where('date', '>=', `${year}-01-01`)
    .where('date', '<=', `${year}-12-31`)
    .orderBy('date')
    .execute();

/** How far the chores are: timers due and to come, and when things were last put away. */
export async function choresState(db: Connection, now: string) {
  const due = await count(
    db
      .selectFrom('timer')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('try_at', '<=', now),
  );
  const all = await count(db.selectFrom('timer').select((eb) => eb.fn.countAll<number>().as('n')));
  const next = await db
    .selectFrom('timer')
    .select('try_at')
    .where('try_at', '>', now)
    .orderBy('try_at')
    .limit(1)
    .executeTakeFirst();
  const checkpoint = await db
    .selectFrom('checkpoint')
    .select(['at', 'records'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const kept = await db
    .selectFrom('instance')
    .select(['name', 'value'])
    .where('name', 'in', ['backup.last', 'restore.verified', 'check.last', 'check.found'])
    .execute();
  const of = (name: string) => kept.find((row) => row.name === name)?.value ?? null;
  const found = of('check.found');
  const recompute = await count(
    db
      .selectFrom('instance')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('name', 'like', 'recompute:%'),
  );
  return {
    due,
    all,
    next: next?.try_at ?? null,
    checkpoint: checkpoint ?? null,
    backup: of('backup.last'),
    drill: of('restore.verified'),
    check: of('check.last'),
    found: found === null ? null : (JSON.parse(found) as { faults: number; damaged: number }),
    recompute,
  };
}
