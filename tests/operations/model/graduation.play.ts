import type { Values } from '#app/domain/forms/field.ts';
import type { GraduationContext } from '#app/domain/lifecycles/graduation/facts.ts';
import { anyone } from '#app/domain/policy/actor.ts';
import type { World } from '#tests/world.ts';
import { file } from '../../domain/machine-driver.ts';
import { evaluationOf, handedOver, incubated, toResult } from '../evaluation-world.ts';
import { checkFamily, childrenOf, leadOf } from './family.ts';
import type { Play } from './walk.ts';

type Deed = Play['deeds'][string];

const contextOf = async (world: World, id: string) =>
  (await world.record('graduation', id)).context as GraduationContext;

const incubationOf = async (world: World, id: string): Promise<string> =>
  (await world.record('graduation', id)).row.parent_id ?? '';

const send = (world: World, id: string, who: string, event: string, input: Values = {}) =>
  world.must(who, 'graduation', id, event, input);

const as =
  (who: string, event: string, input: Values = {}): Deed =>
  (world, id) =>
    send(world, id, who, event, input);

/** What the organization states for the live checklist, each line with its document. */
export const everyFact: Values = {
  rules: ['charter', 'finance', 'people', 'archive', 'project', 'volunteers'],
  rulesDocuments: [file('rules')],
  account: 'trusteeship',
  accountDocuments: [file('account')],
  staff: 3,
  staffDocuments: [file('staff')],
  project: '老年助餐',
  projectDocuments: [file('project')],
};

const lines: Values = { lines: ['staff', 'account'], reason: '人员与账户材料需核实。' };

const objection: Values = {
  concerns: 'organization',
  statement: '项目没有真正完成，请予核实。',
  objectorName: '李某',
  objectorContact: '13800000000',
};

const openNumber = async (world: World, id: string): Promise<string> =>
  (await contextOf(world, id)).objections.find((o) => o.open)?.number ?? '';

const visit = (month: number, on: string, alive: boolean): Values => ({
  month: String(month),
  on,
  alive,
  people: 4,
  income: 1_200_000,
  projects: 2,
  rating: '3A',
});

const revocation: Values = { reason: '经查实提供虚假账目，予以撤销。', proof: [file('proof')] };

/** Lets time pass unless a visit is due already, and records what was found at the latest one. */
async function recordVisit(world: World, id: string, days: number, alive = true): Promise<void> {
  const due = async () => (await contextOf(world, id)).visits.filter((v) => v.stage === 'due').at(-1);
  if ((await due()) === undefined) await world.pass({ days });
  const month = (await due())?.month ?? 0;
  await send(world, id, 'manager', 'record_visit', visit(month, world.clock.now().slice(0, 10), alive));
}

/** What differs between one graduation played and another. */
export interface GraduationCast {
  /** The first follow-up visit finds an organization that is no more. */
  readonly dissolved?: boolean;
}

const deedsOf = (cast: GraduationCast): Play['deeds'] => ({
  apply: async (w, id) =>
    send(w, id, await leadOf(w, 'graduation', id), 'apply', {
      report: [file('report')],
      plan: [file('plan')],
    }),
  state_fact: async (w, id, edge) => {
    const who = edge.from === 'verifying' ? 'manager' : await leadOf(w, 'graduation', id);
    await send(w, id, who, 'state_fact', everyFact);
  },
  verify: as('manager', 'verify'),
  pass_verification: async (w, id) => {
    await send(w, id, await leadOf(w, 'graduation', id), 'state_fact', everyFact);
    await send(w, id, 'manager', 'pass_verification', { inspected: true });
  },
  'verifying --return_application--> candidate': as('manager', 'return_application', lines),
  'approving --return_application--> candidate': as('supervisor', 'return_application', lines),
  'verifying --fail_verification--> verifying': as('manager', 'fail_verification', lines),
  'verifying --fail_verification--> refused': async (w, id) => {
    const { failedBy } = await contextOf(w, id);
    if (failedBy.manager === undefined) await send(w, id, 'manager', 'fail_verification', lines);
    await send(w, id, 'director', 'fail_verification', lines);
  },
  approve: as('supervisor', 'approve'),
  refuse: as('supervisor', 'refuse', { reason: '年检不合格，暂不予出壳。' }),
  reassign: (w, id) => send(w, id, 'director', 'reassign', { manager: w.idOf('manager2') }),
  cancel: async (w, id) => {
    const incubation = await incubationOf(w, id);
    const lead = await leadOf(w, 'incubation', incubation);
    await w.must(lead, 'incubation', incubation, 'request_exit', {
      reason: '另有安排。',
      fundedProjects: 'none',
    });
  },
  object: (w, id) => w.must(anyone, 'graduation', id, 'object', objection),
  'objection_open --dismiss_objection--> public_notice': async (w, id) =>
    send(w, id, 'director', 'dismiss_objection', {
      objection: await openNumber(w, id),
      finding: '经核实不影响出壳。',
    }),
  'objection_open --dismiss_objection--> objection_open': async (w, id) => {
    const open = (await contextOf(w, id)).objections.filter((o) => o.open);
    if (open.length === 1) await w.must(anyone, 'graduation', id, 'object', objection);
    await send(w, id, 'supervisor', 'dismiss_objection', {
      objection: await openNumber(w, id),
      finding: '不影响出壳。',
    });
  },
  'objection_open --uphold_objection--> objection_open': async (w, id) =>
    send(w, id, 'director', 'uphold_objection', {
      objection: await openNumber(w, id),
      finding: '情况属实。',
    }),
  'objection_open --uphold_objection--> refused': async (w, id) => {
    const upheld = { objection: await openNumber(w, id), finding: '情况属实。' };
    await send(w, id, 'supervisor', 'uphold_objection', upheld);
    await send(w, id, 'director', 'uphold_objection', upheld);
  },
  'handover --complete_handover--> handover': async (w, id) =>
    send(w, id, await leadOf(w, 'graduation', id), 'complete_handover', handedOver),
  'handover --complete_handover--> certified': async (w, id) => {
    const { handedOverBy } = await contextOf(w, id);
    if (handedOverBy.lead === undefined)
      await send(w, id, await leadOf(w, 'graduation', id), 'complete_handover', handedOver);
    await send(w, id, 'manager', 'complete_handover', handedOver);
  },
  record_visit: (w, id) => recordVisit(w, id, 100, cast.dissolved !== true),
  close: async (w, id) => {
    const { visits, dissolved } = await contextOf(w, id);
    if (!dissolved && visits.every((v) => v.month !== 12 || v.stage !== 'done'))
      await recordVisit(w, id, cast.dissolved ? 100 : 380, cast.dissolved !== true);
    await send(w, id, 'manager', 'close');
  },
  'certified --revoke--> certified': as('supervisor', 'revoke', revocation),
  'certified --revoke--> revoked': async (w, id) => {
    const { revokedBy } = await contextOf(w, id);
    if (revokedBy.supervisor === undefined) await send(w, id, 'supervisor', 'revoke', revocation);
    await send(w, id, 'director', 'revoke', revocation);
  },
  graduationApplyDays: (w) => w.pass({ days: 60 }),
  noticeDays: (w) => w.pass({ days: 14 }),
  objectionDays: (w) => w.pass({ days: 30 }),
  visit3: (w) => w.pass({ days: 95 }),
  visit6: (w) => w.pass({ days: 190 }),
  visit12: (w) => w.pass({ days: 370 }),
});

/** Whatever moved, all that hangs on the incubation holds. */
const checked =
  (deed: Deed): Deed =>
  async (world, id, edge, path) => {
    await deed(world, id, edge, path);
    await checkFamily(world, await incubationOf(world, id));
  };

/** The graduation that a confirmed final evaluation opened. */
export async function openedGraduation(world: World): Promise<string> {
  const of = await incubated(world, 'final_due');
  await toResult(world, await evaluationOf(world, of, 'final'), of.lead, 85);
  await world.pass({ days: 8 });
  const [id] = await childrenOf(world, 'graduation', of.incubation);
  if (id === undefined) throw new Error('A final evaluation above the mark opens a graduation');
  return id;
}

/** A graduation, played by the cast, of an organization that really passed its final evaluation. */
export const graduationPlay = (cast: GraduationCast = {}): Play => ({
  lifecycle: 'graduation',
  begin: openedGraduation,
  deeds: Object.fromEntries(Object.entries(deedsOf(cast)).map(([name, deed]) => [name, checked(deed)])),
});
