import { expect } from 'vitest';
import type { Values } from '#app/domain/forms/field.ts';
import type { EvaluationContext, EvaluationKind } from '#app/domain/lifecycles/evaluation/facts.ts';
import { recusalsAsked, sittingAssessors, vacantSeats } from '#app/domain/lifecycles/evaluation/facts.ts';
import { appealable } from '#app/domain/lifecycles/evaluation/requirements.ts';
import { openSpecialEvaluation } from '#app/operations/open-special-evaluation.server.ts';
import type { World } from '#tests/world.ts';
import { file, sheetInput } from '../../domain/machine-driver.ts';
import { announcement, evaluationOf, incubated } from '../evaluation-world.ts';
import { behindTheVisit, toCheck } from './evaluation-roads.ts';
import { checkFamily, leadOf } from './family.ts';
import type { Play } from './walk.ts';

/** What differs between one evaluation played and another. */
export interface EvaluationCast {
  readonly kind: EvaluationKind;
  /** What every assessor gives, out of 100. */
  readonly points?: number;
  readonly mustHaves?: boolean;
  /** Where its incubation stands once the result is confirmed. */
  readonly leadsTo?: string;
}

type Deed = Play['deeds'][string];

const contextOf = async (world: World, id: string) =>
  (await world.record('evaluation', id)).context as EvaluationContext;

const incubationOf = async (world: World, id: string): Promise<string> =>
  (await world.record('evaluation', id)).row.parent_id ?? '';

const assessors = [1, 2, 3, 4, 5, 6].map((n) => `assessor${n}`);

function nameOf(world: World, personId: string | undefined): string {
  const name = assessors.find((n) => world.idOf(n) === personId);
  if (name === undefined) throw new Error('Nobody of the cast sits there');
  return name;
}

const send = (world: World, id: string, who: string, event: string, input: Values = {}) =>
  world.must(who, 'evaluation', id, event, input);

const as =
  (who: string, event: string, input: Values = {}): Deed =>
  (world, id) =>
    send(world, id, who, event, input);

const clean: Values = { declaration: 'none', confidential: true };

/** The next one who has not declared does so; at need somebody steps down first and is replaced. */
async function declareNext(world: World, id: string, only?: string): Promise<boolean> {
  const named = sittingAssessors(await contextOf(world, id)).find(
    (a) => a.stage === 'named' && (only === undefined || a.personId === only),
  );
  if (named === undefined) return false;
  await send(world, id, nameOf(world, named.personId), 'declare', clean);
  return true;
}

/** Somebody of the cast whom this evaluation has not seen yet. */
const fresh = (world: World, context: EvaluationContext): string | undefined =>
  assessors.find((n) => !context.assessors.some((a) => a.personId === world.idOf(n)));

async function stepDown(world: World, id: string): Promise<void> {
  const context = await contextOf(world, id);
  const open = sittingAssessors(context).filter((a) => !context.sheets[a.personId]?.locked);
  await send(world, id, nameOf(world, open[0]?.personId), 'recuse', { reason: '发现亲属在该组织任职。' });
}

/** The lead asks that the last of those who sit steps back. */
async function askRecusal(world: World, id: string): Promise<void> {
  const context = await contextOf(world, id);
  const open = sittingAssessors(context).filter(
    (a) => !a.recusalAsked && !context.sheets[a.personId]?.locked,
  );
  await send(world, id, await leadOf(world, 'evaluation', id), 'request_recusal', {
    member: open.at(-1)?.personId ?? '',
    reason: '与本组织负责人有亲属关系。',
  });
}

async function fillSeat(world: World, id: string): Promise<void> {
  const context = await contextOf(world, id);
  const joining = fresh(world, context);
  const open = sittingAssessors(context).filter((a) => !context.sheets[a.personId]?.locked);
  await send(world, id, 'manager', 'replace_assessor', {
    member: [...vacantSeats(context), ...open][0]?.personId ?? '',
    replacement: world.idOf(joining ?? ''),
    readsAccounts: true,
    reason: '原成员不能参加。',
  });
}

/** Every item with its evidence, as the organization sees itself. */
const selfAssessment = async (world: World, id: string): Promise<Values> => {
  const { rubric } = await contextOf(world, id);
  if (rubric === null) throw new Error('An announced evaluation has a rubric');
  return {
    ...sheetInput(rubric, 90),
    ...Object.fromEntries(rubric.dimensions.map((d) => [`evidence.${d.id}`, [file(d.id)]])),
  };
};

async function sheet(world: World, id: string, cast: EvaluationCast): Promise<Values> {
  const { rubric } = await contextOf(world, id);
  if (rubric === null) throw new Error('An announced evaluation has a rubric');
  const mustHaves = Object.fromEntries(
    rubric.mustHaves.map((m) => [`mustHaves.${m.id}`, cast.mustHaves !== false]),
  );
  return { ...sheetInput(rubric, cast.points ?? 85), ...mustHaves };
}

async function scoreAll(world: World, id: string, cast: EvaluationCast): Promise<void> {
  for (const { personId } of recusalsAsked(await contextOf(world, id)))
    await send(world, id, 'director', 'answer_recusal', {
      member: personId,
      answer: 'keep',
      reason: '不属于应当回避的情形。',
    });
  while (vacantSeats(await contextOf(world, id)).length > 0) await fillSeat(world, id);
  while (await declareNext(world, id));
  const context = await contextOf(world, id);
  for (const a of sittingAssessors(context))
    if (!context.sheets[a.personId]?.locked)
      await send(world, id, nameOf(world, a.personId), 'score', await sheet(world, id, cast));
}

const visit: Values = {
  on: '2026-03-02',
  attendees: '评估组三人',
  photographs: [file('photo')],
  notes: '正常。',
};

const finding = '经复核，原结论无误。';

const deedsOf = (cast: EvaluationCast): Play['deeds'] => ({
  announce: (w, id) =>
    send(
      w,
      id,
      'manager',
      'announce',
      announcement(w, {
        deskOnly: cast.kind === 'midterm',
        ...(cast.kind === 'special' ? { rubric: 'graduation' } : {}),
      }),
    ),
  cancel: as('director', 'cancel', { reason: '评估组一时组不成。' }),
  reassign: (w, id) => send(w, id, 'director', 'reassign', { manager: w.idOf('manager2') }),
  incubation_ended: async (w, id) => {
    const incubation = await incubationOf(w, id);
    const lead = await leadOf(w, 'incubation', incubation);
    await w.must(lead, 'incubation', incubation, 'request_exit', {
      reason: '另有安排。',
      fundedProjects: 'none',
    });
  },
  start_self_assessment: async (w, id) =>
    send(w, id, await leadOf(w, 'evaluation', id), 'start_self_assessment'),
  extend_self_assessment: as('manager', 'extend_self_assessment', { reason: '财务资料尚在审计。' }),
  declare: async (w, id) => {
    if (await declareNext(w, id)) return;
    await stepDown(w, id);
    await fillSeat(w, id);
    await declareNext(w, id);
  },
  request_recusal: askRecusal,
  answer_recusal: async (w, id) => {
    if (recusalsAsked(await contextOf(w, id)).length === 0) await askRecusal(w, id);
    const member = recusalsAsked(await contextOf(w, id))[0]?.personId ?? '';
    const input = { member, answer: 'grant', reason: '确有亲属关系。' };
    await send(w, id, 'director', 'answer_recusal', input);
  },
  recuse: stepDown,
  replace_assessor: async (w, id, edge) => {
    // A seat may be filled after its assessor stepped down, or over the head of one who sits.
    if (edge.from !== 'announced' && vacantSeats(await contextOf(w, id)).length === 0) await stepDown(w, id);
    await fillSeat(w, id);
  },
  submit_self_assessment: async (w, id) =>
    send(w, id, await leadOf(w, 'evaluation', id), 'submit_self_assessment', await selfAssessment(w, id)),
  return_material: as('manager', 'return_material', { list: '补充上年度财务报表。' }),
  pass_material: as('manager', 'pass_material'),
  desk_only: as('manager', 'desk_only', { reason: '材料齐备，方案允许。' }),
  record_visit: async (w, id) => {
    const context = await contextOf(w, id);
    const visitor = sittingAssessors(context)[0];
    await declareNext(w, id, visitor?.personId);
    await send(w, id, nameOf(w, visitor?.personId), 'record_visit', visit);
  },
  save_sheet: async (w, id) => {
    const member = sittingAssessors(await contextOf(w, id))[0];
    await declareNext(w, id, member?.personId);
    await send(w, id, nameOf(w, member?.personId), 'save_sheet');
  },
  score: async (w, id) => {
    const member = sittingAssessors(await contextOf(w, id))[0];
    await declareNext(w, id, member?.personId);
    await send(w, id, nameOf(w, member?.personId), 'score', await sheet(w, id, cast));
  },
  close_scoring: async (w, id) => {
    await scoreAll(w, id, cast);
    await send(w, id, 'manager', 'close_scoring');
  },
  adjust: async (w, id) => {
    const [lead, second] = sittingAssessors(await contextOf(w, id));
    await send(w, id, nameOf(w, lead?.personId), 'adjust', {
      direction: 'up',
      points: 1.25,
      reason: '漏计一项服务记录。',
      agreeing: [second?.personId ?? ''],
    });
  },
  finalise: as('director', 'finalise', { discussion: '评估组一致同意。' }),
  appeal: async (w, id) => {
    const context = await contextOf(w, id);
    const before = new Set(context.appeals.flatMap((a) => a.items));
    const item = appealable({ context }).find((i) => !before.has(i)) ?? '';
    await send(w, id, await leadOf(w, 'evaluation', id), 'appeal', {
      items: [item],
      reason: '专职人员计算有误，请予复核。',
      evidence: [file('appeal')],
    });
  },
  revise_result: (w, id) =>
    send(w, id, 'supervisor', 'revise_result', {
      team: ['assessor5', 'assessor6'].map(w.idOf),
      score: 82.5,
      finding: '复核属实，予以变更。',
    }),
  reject_appeal: as('supervisor', 'reject_appeal', { finding }),
  selfAssessmentDays: (w) => w.pass({ days: 30 }),
  materialDays: (w) => w.pass({ days: 10 }),
  resultNoticeDays: async (w, id) => {
    await w.pass({ days: 14 });
    if (cast.leadsTo !== undefined)
      expect(await w.stateOf('incubation', await incubationOf(w, id)), 'the incubation acts on it').toBe(
        cast.leadsTo,
      );
  },
  appealReviewDays: (w) => w.pass({ days: 30 }),
});

/** Whatever moved, all that hangs on the incubation holds. */
const checked =
  (deed: Deed): Deed =>
  async (world, id, edge, path) => {
    await deed(world, id, edge, path);
    await checkFamily(world, await incubationOf(world, id));
  };

async function begin(world: World, kind: EvaluationKind): Promise<string> {
  const of = await incubated(world, { midterm: 'midterm_due', final: 'final_due', special: 'active' }[kind]);
  if (kind !== 'special') return evaluationOf(world, of, kind);
  const opened = await openSpecialEvaluation(world.house, {
    incubationId: of.incubation,
    reason: '群众反映项目管理问题。',
    actor: await world.as('director'),
    requestId: 'test',
  });
  if (!opened.ok) throw new Error('A special evaluation may be opened');
  world.clock.advance(60_000);
  return opened.value.id;
}

/** An evaluation, played by the cast, with the incubation that hears of its end. */
export const evaluationPlay = (cast: EvaluationCast): Play => ({
  lifecycle: 'evaluation',
  begin: (world) => begin(world, cast.kind),
  deeds: Object.fromEntries(Object.entries(deedsOf(cast)).map(([name, deed]) => [name, checked(deed)])),
  detours: {
    ...(cast.kind === 'midterm' ? {} : behindTheVisit()),
    'self_assessing --materialDays--> material_check': [
      ...toCheck,
      'material_check --return_material--> self_assessing',
    ],
  },
});
