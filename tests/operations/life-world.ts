import { addDays } from '#app/domain/calendar.ts';
import type { ApplicationContext } from '#app/domain/lifecycles/application/facts.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import { sumOfYear } from '#app/domain/lifecycles/progress-report/siblings.ts';
import { reportsOfIncubation } from '#db/reads/reports.server.ts';
import type { World } from '#tests/world.ts';
import { activation } from '../domain/incubation-story.ts';
import { report } from '../domain/report-story.ts';
import { sheetInput } from './model/application.play.ts';
import { childrenOf } from './model/family.ts';

/** An organization on its way through the center, with the ids of its records. */
export interface Life {
  readonly organizationId: string;
  readonly lead: string;
  readonly application: string;
  readonly incubation: string;
}

/** From a draft to the signed agreement: the incubation has begun. */
export async function admitted(world: World): Promise<Life> {
  const { id, organizationId, lead } = await world.draft();
  const send = (who: string, event: string, input = {}) => world.must(who, 'application', id, event, input);
  await send(lead, 'submit', { consent: true, truth: true });
  await send('manager', 'accept');
  await send('party', 'record_party_opinion', { supports: true, opinion: '同意推荐。' });
  await send('manager', 'pass', { 'check.eligible': true, 'check.documentsReadable': true });
  const panel = ['reviewer1', 'reviewer2', 'reviewer3'];
  await send('manager', 'appoint_panel', { members: panel.map(world.idOf) });
  for (const r of panel) await send(r, 'declare', { declaration: 'none', confidential: true });
  await send('manager', 'convene', { meetingOn: addDays(today(world), 7), place: '二楼会议室' });
  const context = (await world.record('application', id)).context as ApplicationContext;
  for (const r of panel) await send(r, 'score', sheetInput(context, true));
  await send('manager', 'close_review');
  await send('director', 'admit', { residency: 'onsite' });
  await world.pass({ days: 10 });
  await send(lead, 'sign', { agreeTerm: true, agreeWaysOut: true });
  await send('director', 'sign', { agreeTerm: true, agreeWaysOut: true });
  const { id: incubation } = await world.store.read
    .selectFrom('incubation')
    .select('id')
    .where('parent_id', '=', id)
    .executeTakeFirstOrThrow();
  return { organizationId, lead, application: id, incubation };
}

/** The day at the center. */
export const today = (world: World): string =>
  new Date(Date.parse(world.clock.now()) + 8 * 3_600_000).toISOString().slice(0, 10);

/** Lets time pass day by day, as the clock of the house does, up to the morning of a date. */
export async function untilDay(world: World, date: string): Promise<void> {
  while (today(world) < date) await world.pass({ days: 1 });
}

/** Waits day by day, with the reports in time, until a clock moves a record; answers where to. */
export async function clockMoves(
  world: World,
  life: Life,
  lifecycle: LifecycleName,
  id: string,
): Promise<string> {
  const before = await world.stateOf(lifecycle, id);
  for (let days = 0; days < 90; days += 1) {
    await world.pass({ days: 1 });
    await handInReports(world, life);
    const now = await world.stateOf(lifecycle, id);
    if (now !== before) return now;
  }
  return before;
}

export const activate = (world: World, life: Life): Promise<void> =>
  world.must(
    'manager',
    'incubation',
    life.incubation,
    'activate',
    activation({ mentor: world.idOf('mentor') }),
  );

/** Hands in every report that is open and has it accepted: heads grow, and a year is the sum of its quarters. */
export async function handInReports(world: World, life: Life): Promise<readonly string[]> {
  const accepted: string[] = [];
  for (;;) {
    const all = await reportsOfIncubation(world.store.read, life.incubation);
    const own = all.find((r) => r.state === 'open');
    if (own === undefined) return accepted;
    const others = all.filter((r) => r !== own);
    const heads = 60 + 10 * all.filter((r) => r.state === 'accepted').length;
    const year = sumOfYear(own.context.period, others);
    await world.must(
      life.lead,
      'progress_report',
      own.id,
      'edit',
      report({
        cumulativePersons: heads,
        ...(year === null
          ? {}
          : {
              activities: year.activities,
              personTimes: year.personTimes,
              volunteerHours: year.volunteerHours,
              expenses: year.expenses,
              ledgerExpenses: year.expenses,
            }),
      }),
    );
    await world.must(life.lead, 'progress_report', own.id, 'submit', { truth: true });
    await world.must('manager', 'progress_report', own.id, 'accept');
    accepted.push(own.context.period.key);
  }
}

/** The newest record that the incubation began, of one lifecycle. */
export async function newestOf(
  world: World,
  lifecycle: 'evaluation' | 'graduation',
  life: Life,
): Promise<string> {
  const id = (await childrenOf(world, lifecycle, life.incubation)).at(-1);
  if (id === undefined) throw new Error(`The incubation began no ${lifecycle}`);
  return id;
}
