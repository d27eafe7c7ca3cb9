import type { ApplicationContext } from '#app/domain/lifecycles/application/facts.ts';
import { sitting } from '#app/domain/lifecycles/application/facts.ts';
import { anyone } from '#app/domain/policy/actor.ts';
import { itemsOf } from '#app/domain/rubrics.ts';
import type { World } from '#tests/world.ts';
import type { Play } from './walk.ts';

const contextOf = async (world: World, id: string) =>
  (await world.record('application', id)).context as ApplicationContext;
const nameOf = (world: World, personId: string): string =>
  ['reviewer1', 'reviewer2', 'reviewer3', 'reviewer4', 'reviewer5', 'reviewer6'].find(
    (n) => world.idOf(n) === personId,
  )!;
const leadOf = async (world: World, id: string): Promise<string> => {
  const { row } = await world.record('application', id);
  return (
    await world.store.read
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.person_id')
      .select('person.name')
      .where('scope_id', '=', row.organization_id)
      .executeTakeFirstOrThrow()
  ).name;
};

/** A locked sheet, each item at its best or its worst. */
export function sheetInput(
  context: ApplicationContext,
  best: boolean,
): Record<string, string | number | boolean> {
  const input: Record<string, string | number | boolean> = {};
  for (const item of itemsOf(context.rubric!)) {
    const name = `items.${item.id}`;
    input[`${name}.comment`] = '见评审记录。';
    if (item.rule.kind === 'steps') input[`${name}.points`] = best ? item.rule.steps[0]!.id : 'none';
    else if (item.rule.kind === 'allOrNothing') input[`${name}.points`] = best;
    else input[`${name}.points`] = best ? item.max : 0;
  }
  return input;
}

const as =
  (event: string, input: Record<string, unknown> = {}) =>
  async (world: World, id: string, who: string) =>
    world.must(who, 'application', id, event, input as never);

async function seatPanel(world: World, id: string): Promise<void> {
  const context = await contextOf(world, id);
  if (sitting(context).length < 3)
    await as('appoint_panel', { members: ['reviewer1', 'reviewer2', 'reviewer3'].map(world.idOf) })(
      world,
      id,
      'manager',
    );
  for (const m of sitting(await contextOf(world, id)))
    if (m.stage === 'named')
      await as('declare', { declaration: 'none', confidential: true })(world, id, nameOf(world, m.personId));
}

async function scoreAll(world: World, id: string, best: boolean): Promise<void> {
  const context = await contextOf(world, id);
  for (const m of sitting(context))
    if (!context.sheets[m.personId]?.locked)
      await as('score', sheetInput(context, best))(world, id, nameOf(world, m.personId));
}

const fullHouse = (world: World) =>
  world.store.write((trx) => trx.updateTable('call').set({ quota: 0 }).execute());
const roomAgain = (world: World) =>
  world.store.write((trx) => trx.updateTable('call').set({ quota: 10 }).execute());

const objection = {
  concerns: 'organization',
  statement: '该组织负责人另有任职，请核实。',
  objectorName: '王某',
  objectorContact: '13800000000',
};
const openNumber = async (world: World, id: string) =>
  (await contextOf(world, id)).objections.find((o) => o.open)!.number;

/** An application, played by the cast: every transition of its machine. */
export const applicationPlay: Play = {
  lifecycle: 'application',
  begin: async (world) => (await world.draft()).id,
  deeds: {
    submit: async (w, id) => as('submit', { consent: true, truth: true })(w, id, await leadOf(w, id)),
    discard: async (w, id) => as('discard')(w, id, await leadOf(w, id)),
    change_kind: async (w, id) => {
      const { track } = await contextOf(w, id);
      const registrationType = track === 'unregistered' ? 'recorded' : 'unregistered';
      await as('change_kind', { registrationType })(w, id, await leadOf(w, id));
    },
    withdraw: async (w, id) => as('withdraw', { reason: '组织决定暂缓。' })(w, id, await leadOf(w, id)),
    reassign: (w, id) => as('reassign', { manager: w.idOf('manager2') })(w, id, 'director'),
    accept: (w, id) => as('accept')(w, id, 'manager'),
    record_party_opinion: (w, id) =>
      as('record_party_opinion', { supports: true, opinion: '同意推荐。' })(w, id, 'party'),
    request_supplement: (w, id) =>
      as('request_supplement', { 'reason.charter': '缺修订页' })(w, id, 'manager'),
    resubmit: async (w, id) => as('resubmit', { 'answer.charter': '已补' })(w, id, await leadOf(w, id)),
    pass: async (w, id) => {
      if ((await contextOf(w, id)).partyOpinion === null)
        await as('record_party_opinion', { supports: true, opinion: '同意推荐。' })(w, id, 'party');
      await as('pass', { 'check.eligible': true, 'check.documentsReadable': true })(w, id, 'manager');
    },
    refuse: (w, id) =>
      as('refuse', { grounds: ['penalty'], reason: '近两年受过行政处罚。' })(w, id, 'director'),
    appoint_panel: (w, id) =>
      as('appoint_panel', { members: ['reviewer1', 'reviewer2', 'reviewer3'].map(w.idOf) })(w, id, 'manager'),
    declare: async (w, id) => {
      if ((await contextOf(w, id)).panel.length === 0) await seatPanelNamesOnly(w, id);
      if ((await w.stateOf('application', id)) === 'in_review') await replaceOne(w, id);
      const named = sitting(await contextOf(w, id)).find((m) => m.stage === 'named')!;
      await as('declare', { declaration: 'none', confidential: true })(w, id, nameOf(w, named.personId));
    },
    request_recusal: async (w, id) => {
      if ((await contextOf(w, id)).panel.length === 0) await seatPanelNamesOnly(w, id);
      await as('request_recusal', { member: w.idOf('reviewer1'), reason: '曾任竞争机构顾问。' })(
        w,
        id,
        await leadOf(w, id),
      );
    },
    answer_recusal: async (w, id) => {
      if ((await contextOf(w, id)).panel.length === 0) await seatPanelNamesOnly(w, id);
      await as('request_recusal', { member: w.idOf('reviewer1'), reason: '曾任竞争机构顾问。' })(
        w,
        id,
        await leadOf(w, id),
      );
      await as('answer_recusal', { member: w.idOf('reviewer1'), answer: 'keep', reason: '查无此事。' })(
        w,
        id,
        'director',
      );
    },
    convene: async (w, id) => {
      await seatPanel(w, id);
      await as('convene', { meetingOn: '2026-03-10', place: '二楼会议室' })(w, id, 'manager');
    },
    save_sheet: (w, id) => as('save_sheet')(w, id, 'reviewer1'),
    score: async (w, id) => as('score', sheetInput(await contextOf(w, id), true))(w, id, 'reviewer1'),
    recuse: (w, id) =>
      as('recuse', { member: w.idOf('reviewer1'), reason: '发现亲属任职。' })(w, id, 'reviewer1'),
    replace_reviewer: replaceOne,
    close_review: async (w, id, _edge, path) => {
      await scoreAll(w, id, path.edges.at(-1)?.name !== 'reject');
      await as('close_review')(w, id, 'manager');
    },
    admit: async (w, id) => as('admit', { residency: 'onsite' })(w, id, 'director'),
    waitlist: async (w, id) => {
      await fullHouse(w);
      await as('waitlist')(w, id, 'director');
      await roomAgain(w);
    },
    reject: (w, id) => as('reject', { reason: '评分未达入壳分数线。' })(w, id, 'director'),
    promote: (w, id) => as('promote', { residency: 'onsite' })(w, id, 'director'),
    object: (w, id) => w.must(anyone, 'application', id, 'object', objection),
    'objection_open --dismiss_objection--> public_notice': async (w, id) =>
      as('dismiss_objection', { objection: await openNumber(w, id), finding: '经核实不影响入壳。' })(
        w,
        id,
        'director',
      ),
    'objection_open --dismiss_objection--> objection_open': async (w, id) => {
      await w.must(anyone, 'application', id, 'object', objection);
      await as('dismiss_objection', { objection: await openNumber(w, id), finding: '经核实不影响入壳。' })(
        w,
        id,
        'director',
      );
    },
    'objection_open --uphold_objection--> objection_open': async (w, id) =>
      as('uphold_objection', { objection: await openNumber(w, id), finding: '情况属实。' })(
        w,
        id,
        'director',
      ),
    'objection_open --uphold_objection--> rejected': async (w, id) => {
      const objection = await openNumber(w, id);
      await as('uphold_objection', { objection, finding: '情况属实。' })(w, id, 'director');
      await as('uphold_objection', { objection, finding: '情况属实。' })(w, id, 'supervisor');
    },
    'agreement_pending --sign--> agreement_pending': async (w, id) =>
      as('sign', { agreeTerm: true, agreeWaysOut: true })(w, id, await leadOf(w, id)),
    'agreement_pending --sign--> admitted': async (w, id) => {
      await as('sign', { agreeTerm: true, agreeWaysOut: true })(w, id, await leadOf(w, id));
      await as('sign', { agreeTerm: true, agreeWaysOut: true })(w, id, 'director');
    },
    extend_signing: (w, id) => as('extend_signing', { reason: '负责人出差。' })(w, id, 'director'),
    callCloses: (w) => w.pass({ days: 310 }),
    acceptDays: (w) => w.pass({ days: 7 }),
    screeningDays: (w) => w.pass({ days: 14 }),
    supplementDays: (w) => w.pass({ days: 30 }),
    panelDays: (w) => w.pass({ days: 40 }),
    waitlistMonths: (w) => w.pass({ days: 200 }),
    noticeDays: (w) => w.pass({ days: 14 }),
    objectionDays: (w) => w.pass({ days: 30 }),
    signingDays: (w) => w.pass({ days: 30 }),
  },
};

async function seatPanelNamesOnly(w: World, id: string): Promise<void> {
  await as('appoint_panel', { members: ['reviewer1', 'reviewer2', 'reviewer3'].map(w.idOf) })(
    w,
    id,
    'manager',
  );
}

async function replaceOne(w: World, id: string): Promise<void> {
  if (!(await contextOf(w, id)).panel.some((m) => m.stage === 'recused'))
    await as('recuse', { member: w.idOf('reviewer1'), reason: '发现亲属任职。' })(w, id, 'reviewer1');
  await as('replace_reviewer', { member: w.idOf('reviewer1'), replacement: w.idOf('reviewer4') })(
    w,
    id,
    'manager',
  );
}
