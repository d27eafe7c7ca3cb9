import { expect } from 'vitest';
import { isFinal } from '#app/domain/lifecycles/attempt.ts';
import type { ExitCause, IncubationContext } from '#app/domain/lifecycles/incubation/facts.ts';
import { progressReport } from '#app/domain/lifecycles/progress-report/index.ts';
import { periodsWithin } from '#app/domain/lifecycles/progress-report/periods.ts';
import { standsFor } from '#app/domain/lifecycles/progress-report/siblings.ts';
import { reportsOfIncubation } from '#db/reads/reports.server.ts';
import type { World } from '#tests/world.ts';
import { today } from '../life-world.ts';

/** Clocks that run in one state alone: elsewhere they are not even remembered. */
const clockOf: Readonly<Record<string, string>> = {
  onboardingDays: 'onboarding',
  rectificationDays: 'rectifying',
  pauseEnd: 'paused',
  extensionReviewDays: 'extension_review',
  appealReviewDays: 'exit_appeal',
};

const ended = ['graduated', 'terminated', 'exited'];
const leaving = ['exit_notice', 'exit_appeal'];

/** What an incubation remembers must fit where it stands. */
export async function checkIncubation(world: World, id: string): Promise<void> {
  const { row, context: known } = await world.record('incubation', id);
  const context = known as IncubationContext;
  for (const [clock, state] of Object.entries(clockOf))
    expect(context.deadlines[clock] !== undefined, `${clock} runs in ${row.state}`).toBe(row.state === state);
  expect(context.extensionFor !== null, `an extension is asked for in ${row.state}`).toBe(
    row.state === 'extension_review',
  );
  expect(
    context.pauses.filter((p) => p.endedOn === null).length,
    `pauses that last while it is ${row.state}`,
  ).toBe(row.state === 'paused' ? 1 : 0);
  expect(context.extensions).toBeLessThanOrEqual(context.settings.maxExtensions);
  expect(context.term?.months ?? 0).toBeLessThanOrEqual(context.settings.termCap);
  if (row.state === 'rectifying') expect(context.rectification, 'something to rectify').not.toBeNull();
  checkExit(row.state, context);
  checkOrders(context);
  await checkMentor(world, id, context);
  await checkReports(world, id, row.state, context);
  await checkOrganization(world, row.organization_id, row.state, context);
}

function checkExit(state: string, { exit }: IncubationContext): void {
  if (leaving.includes(state) || state === 'terminated') expect(exit, `why it is ${state}`).not.toBeNull();
  else if (!ended.includes(state)) expect(exit, `no exit of one that is ${state}`).toBeNull();
  const voluntary: ExitCause = 'voluntary';
  if (state === 'terminated') expect(exit?.cause).not.toBe(voluntary);
  if (state === 'exited' && exit !== null) expect(exit.cause).toBe(voluntary);
}

/** Every order that was signed and not struck is kept: those that ended, and the one that stands. */
function checkOrders({ rectification, rectifications, closedOrders = [] }: IncubationContext): void {
  const accepted = closedOrders.filter((o) => o.outcome === 'accepted').length;
  expect(accepted + (rectification === null ? 0 : 1), 'orders that were signed').toBe(rectifications);
}

/** The mentor, and nobody who was mentor before, reads the incubation and each of its reports. */
async function checkMentor(world: World, id: string, { mentor }: IncubationContext): Promise<void> {
  const records = [id, ...(await reportsOfIncubation(world.store.read, id)).map((r) => r.id)];
  const rows = await world.store.read
    .selectFrom('assignment')
    .select(['record_id', 'person_id'])
    .where('role', '=', 'mentor')
    .where('record_id', 'in', records)
    .execute();
  expect(new Set(rows.map((r) => r.person_id)), 'who accompanies it').toEqual(
    new Set(mentor === null ? [] : [mentor.personId]),
  );
  expect(rows.length, 'records that the mentor reads').toBe(mentor === null ? 0 : records.length);
}

/** Each period of the term that is not over yet has one report that stands for it; they stand still with the incubation. */
async function checkReports(
  world: World,
  id: string,
  state: string,
  { term }: IncubationContext,
): Promise<void> {
  const reports = await reportsOfIncubation(world.store.read, id);
  const standing = reports.filter(standsFor).map((r) => r.context.period.key);
  expect(new Set(standing).size, 'one report of a period').toBe(standing.length);
  const running = reports.filter((r) => !isFinal(progressReport, r.state));
  for (const report of running)
    expect(
      report.context.pausedOn !== null,
      `the report of ${report.context.period.key} stands still while the incubation is ${state}`,
    ).toBe(state === 'paused');
  if (term === null || ended.includes(state) || leaving.includes(state)) return;
  const due = (['quarterly', 'yearly'] as const)
    .flatMap((kind) => periodsWithin(kind, term.startsOn, term.endsOn))
    .filter((period) => period.to >= today(world))
    .map((period) => period.key);
  expect(
    due.filter((key) => !standing.includes(key)),
    'periods that nobody reports on',
  ).toEqual([]);
}

/** Who was sent away or left after the term began may not come back at once, and is out. */
async function checkOrganization(
  world: World,
  organizationId: string,
  state: string,
  { exit }: IncubationContext,
): Promise<void> {
  const found = await world.store.read
    .selectFrom('organization')
    .select(['standing', 'barred_until'])
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
  expect(found.standing === 'exited', `standing of one that is ${state}`).toBe(
    state === 'terminated' || state === 'exited',
  );
  const barred = state === 'terminated' || (state === 'exited' && exit !== null);
  expect(found.barred_until !== null, `re-entry of one that is ${state}`).toBe(barred);
}
