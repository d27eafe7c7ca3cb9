import type { Values } from '#app/domain/forms/field.ts';
import { beginEvaluation } from '#app/domain/lifecycles/evaluation/begin.ts';
import type { EvaluationContext, EvaluationKind } from '#app/domain/lifecycles/evaluation/facts.ts';
import { beginGraduation } from '#app/domain/lifecycles/graduation/begin.ts';
import { handoverParts } from '#app/domain/lifecycles/graduation/facts.ts';
import { importedIncubation } from '#app/domain/lifecycles/incubation/begin.ts';
import { settingsWith } from '#app/domain/settings.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { monday, type World } from '#tests/world.ts';
import { file, sheetInput } from '../domain/machine-driver.ts';

export interface Incubated {
  readonly incubation: string;
  readonly organizationId: string;
  readonly lead: string;
}

/** An organization whose incubation stands in `state`, with a seat. */
export async function incubated(world: World, state = 'active'): Promise<Incubated> {
  const { id: organizationId, lead } = await world.organization();
  const calendar = await calendarOfCenter(world.store.read, world.centerId);
  const incubation = await world.recordIn(
    'incubation',
    state,
    {
      ...importedIncubation({
        calendar,
        at: monday,
        settings: settingsWith(),
        joinedOn: '2026-01-05',
        endsOn: '2027-01-05',
        responsibleId: world.idOf('manager'),
      }),
      deadlines: {},
    },
    organizationId,
  );
  await world.store.write(async (trx) => {
    const seat = await trx
      .selectFrom('seat')
      .select('id')
      .where('status', '=', 'free')
      .orderBy('code')
      .executeTakeFirstOrThrow();
    await trx
      .updateTable('seat')
      .set({ status: 'occupied', organization_id: organizationId })
      .where('id', '=', seat.id)
      .execute();
  });
  return { incubation, organizationId, lead };
}

/** An evaluation of that incubation, as the incubation would open it. */
export const evaluationOf = async (world: World, of: Incubated, kind: EvaluationKind): Promise<string> =>
  world.recordIn(
    'evaluation',
    'planned',
    beginEvaluation({
      calendar: await calendarOfCenter(world.store.read, world.centerId),
      at: world.clock.now(),
      settings: settingsWith(),
      kind,
      responsibleId: world.idOf('manager'),
    }),
    of.organizationId,
    of.incubation,
  );

export const team = ['assessor1', 'assessor2', 'assessor3'] as const;

export const announcement = (world: World, change: Values = {}): Values => ({
  plan: '查阅材料，实地走访。',
  assessors: team.map(world.idOf),
  leadAssessor: world.idOf('assessor1'),
  readsAccounts: [world.idOf('assessor2')],
  visitOn: '2026-04-01',
  ...change,
});

/** Plays an evaluation from the announcement to the published result. */
export async function toResult(
  world: World,
  id: string,
  lead: string,
  points: number,
  change: Values = {},
): Promise<void> {
  await world.must('manager', 'evaluation', id, 'announce', announcement(world, change));
  for (const a of team)
    await world.must(a, 'evaluation', id, 'declare', { declaration: 'none', confidential: true });
  const rubric = ((await world.record('evaluation', id)).context as EvaluationContext).rubric!;
  const evidence = Object.fromEntries(rubric.dimensions.map((d) => [`evidence.${d.id}`, [file(d.id)]]));
  await world.must(lead, 'evaluation', id, 'start_self_assessment');
  await world.must(lead, 'evaluation', id, 'submit_self_assessment', {
    ...sheetInput(rubric, points),
    ...evidence,
  });
  await world.must('manager', 'evaluation', id, 'pass_material');
  const visit = { on: '2026-03-02', attendees: '评估组三人', photographs: [file('photo')], notes: '正常。' };
  await world.must('assessor1', 'evaluation', id, 'record_visit', visit);
  for (const a of team) await world.must(a, 'evaluation', id, 'score', sheetInput(rubric, points));
  await world.must('manager', 'evaluation', id, 'close_scoring');
  await world.must('director', 'evaluation', id, 'finalise', { discussion: '一致同意。' });
}

/** A graduation of that incubation, as the incubation would open it. */
export const graduationOf = async (world: World, of: Incubated): Promise<string> =>
  world.recordIn(
    'graduation',
    'candidate',
    beginGraduation({
      calendar: await calendarOfCenter(world.store.read, world.centerId),
      at: world.clock.now(),
      settings: settingsWith(),
      responsibleId: world.idOf('manager'),
      evaluationScore: 8500,
      mustHavesMet: true,
    }),
    of.organizationId,
    of.incubation,
  );

/** Plays a graduation from the candidate to the approval, its notice running. */
export async function toNotice(world: World, id: string, lead: string): Promise<void> {
  await world.must(lead, 'graduation', id, 'apply', { report: [file('report')], plan: [file('plan')] });
  await world.must(lead, 'graduation', id, 'state_fact', {
    rules: ['charter', 'finance', 'people', 'archive', 'project', 'volunteers'],
    rulesDocuments: [file('rules')],
    account: 'trusteeship',
    accountDocuments: [file('account')],
    staff: 3,
    staffDocuments: [file('staff')],
    project: '老年助餐',
    projectDocuments: [file('project')],
  });
  await world.must('manager', 'graduation', id, 'verify');
  await world.must('manager', 'graduation', id, 'pass_verification', { inspected: true });
  await world.must('supervisor', 'graduation', id, 'approve');
}

export const handedOver: Values = Object.fromEntries(handoverParts.map((p) => [`handover.${p}`, true]));
