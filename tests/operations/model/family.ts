import { expect } from 'vitest';
import { isFinal } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { EvaluationContext } from '#app/domain/lifecycles/evaluation/facts.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { World } from '#tests/world.ts';
import { checkRecord } from './invariants.ts';

/** The records that an incubation begins. */
const children = ['evaluation', 'graduation', 'progress_report'] as const;

/** The lead of the organization that a record is about. */
export async function leadOf(world: World, lifecycle: LifecycleName, id: string): Promise<string> {
  const { row } = await world.record(lifecycle, id);
  const found = await world.store.read
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select('person.name')
    .where('scope_id', '=', row.organization_id)
    .where('role', '=', 'lead')
    .executeTakeFirstOrThrow();
  return found.name;
}

/** Ids of the records of one lifecycle that an incubation began, the oldest first. */
export async function childrenOf(
  world: World,
  lifecycle: (typeof children)[number],
  incubation: string,
): Promise<readonly string[]> {
  const rows = await world.store.read
    .selectFrom(lifecycle)
    .select('id')
    .where('parent_id', '=', incubation)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/** What must hold of an incubation and of everything that hangs on it, whatever moved. */
export async function checkFamily(world: World, incubation: string): Promise<void> {
  await checkRecord(world, 'incubation', incubation);
  for (const lifecycle of children)
    for (const id of await childrenOf(world, lifecycle, incubation)) await checkRecord(world, lifecycle, id);
  await checkOneOfEach(world, incubation);
  await checkGraduated(world, incubation);
  await checkSeats(world, incubation);
  await checkNotices(world, incubation);
}

/** One live application and one live incubation of an organization; one open evaluation of a kind, one open graduation. */
async function checkOneOfEach(world: World, incubation: string): Promise<void> {
  const { row } = await world.record('incubation', incubation);
  for (const lifecycle of ['application', 'incubation'] as const) {
    const rows = await world.store.read
      .selectFrom(lifecycle)
      .select('state')
      .where('organization_id', '=', row.organization_id)
      .execute();
    const live = rows.filter((r) => !isFinal(lifecycleNamed(lifecycle), r.state));
    expect(live.length, `one live ${lifecycle}`).toBeLessThanOrEqual(1);
  }
  const evaluations = await world.store.read
    .selectFrom('evaluation')
    .select(['kind', 'state'])
    .where('parent_id', '=', incubation)
    .execute();
  const open = evaluations.filter((e) => !isFinal(lifecycleNamed('evaluation'), e.state)).map((e) => e.kind);
  expect(new Set(open).size, 'one open evaluation of a kind').toBe(open.length);
  // A record that the incubation waits for is there, and none is where it waits for nothing.
  const waitsFor = { midterm_due: ['midterm'], final_due: ['final'] }[row.state] ?? [];
  expect(
    open.filter((kind) => kind !== 'special'),
    `an incubation in ${row.state} waits for`,
  ).toEqual(waitsFor);
  if (isFinal(lifecycleNamed('incubation'), row.state))
    expect(open, `evaluations of an incubation that is ${row.state}`).toEqual([]);
  const graduations = await world.store.read
    .selectFrom('graduation')
    .select('state')
    .where('parent_id', '=', incubation)
    .execute();
  const underWay = graduations.filter(
    (g) => !['certified', 'closed', 'refused', 'revoked'].includes(g.state),
  );
  expect(underWay.length, `graduations under way of an incubation in ${row.state}`).toBe(
    row.state === 'graduation_pending' ? 1 : 0,
  );
}

/** Graduated: a graduation that was certified, with its certificate, on a confirmed final evaluation that carries it. */
async function checkGraduated(world: World, incubation: string): Promise<void> {
  const { row } = await world.record('incubation', incubation);
  const certified = await world.store.read
    .selectFrom('graduation')
    .selectAll()
    .where('parent_id', '=', incubation)
    .where('state', 'in', ['certified', 'closed', 'revoked'])
    .execute();
  expect(certified.length, `certified graduations of an incubation that is ${row.state}`).toBe(
    row.state === 'graduated' ? 1 : 0,
  );
  const certificates = await world.store.read
    .selectFrom('certificate')
    .selectAll()
    .where('graduation_id', 'in', await childrenOf(world, 'graduation', incubation))
    .execute();
  expect(certificates.map((c) => [c.graduation_id, c.revoked_on !== null])).toEqual(
    certified.map((g) => [g.id, g.state === 'revoked']),
  );
  if (certified.length === 0) return;
  const confirmed = await world.store.read
    .selectFrom('evaluation')
    .selectAll()
    .where('parent_id', '=', incubation)
    .where('kind', '=', 'final')
    .where('state', '=', 'confirmed')
    .orderBy('updated_at', 'desc')
    .executeTakeFirstOrThrow();
  const { result, rubric } = JSON.parse(confirmed.facts) as EvaluationContext;
  expect(result?.score, 'the mark of a graduation').toBeGreaterThanOrEqual(8000);
  expect(rubric?.mustHaves.length, 'the rubric asks for must-haves').toBeGreaterThan(0);
  expect(rubric?.mustHaves.filter((m) => result?.mustHaves[m.id] !== true)).toEqual([]);
}

/** A seat has one organization, an organization one seat, and none once it has left. */
async function checkSeats(world: World, incubation: string): Promise<void> {
  const { row } = await world.record('incubation', incubation);
  const seats = await world.store.read.selectFrom('seat').selectAll().execute();
  const taken = seats.filter((s) => s.organization_id !== null);
  expect(taken.every((s) => s.status !== 'free')).toBe(true);
  expect(new Set(taken.map((s) => s.organization_id)).size).toBe(taken.length);
  if (isFinal(lifecycleNamed('incubation'), row.state))
    expect(
      taken.filter((s) => s.organization_id === row.organization_id),
      `the seat of an organization that is ${row.state}`,
    ).toEqual([]);
}

const announced: readonly string[] = ['public_notice', 'objection_open', 'result_notice', 'appealed'];

/** The newest notice of a record is open while the record is under notice, and ends when the record's clock does. */
async function checkNotices(world: World, incubation: string): Promise<void> {
  for (const lifecycle of ['evaluation', 'graduation'] as const)
    for (const id of await childrenOf(world, lifecycle, incubation)) {
      const { row, context } = await world.record(lifecycle, id);
      const notices = await world.store.read
        .selectFrom('notice')
        .selectAll()
        .where('record_id', '=', id)
        .orderBy('published_at')
        .execute();
      const open = notices.filter((n) => n.outcome === null);
      expect(open.length, `open notices of a ${lifecycle} that is ${row.state}`).toBe(
        announced.includes(row.state) ? 1 : 0,
      );
      const clock = context.deadlines.noticeDays ?? context.deadlines.resultNoticeDays;
      if (open.length > 0)
        expect(open[0]?.ends_at ?? null, 'the notice ends with its clock').toBe(clock?.due ?? null);
    }
}
