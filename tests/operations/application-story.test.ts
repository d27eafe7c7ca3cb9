import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ApplicationContext } from '#app/domain/lifecycles/application/facts.ts';
import { itemsOf } from '#app/domain/rubrics.ts';
import { historyOf } from '#db/reads/history.server.ts';
import { firstBreak } from '#db/writes/history.server.ts';
import { openWorld, type World } from '#tests/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const checks = {
  'check.eligible': true,
  'check.documentsReadable': true,
  'check.documentsAgree': true,
  'check.noGround': true,
  'check.notDuplicated': true,
  'check.partyOpinionRead': true,
};

/** A locked sheet that gives each item its best answer. */
function bestSheet(context: ApplicationContext): Record<string, string | number | boolean> {
  const input: Record<string, string | number | boolean> = {};
  for (const item of itemsOf(context.rubric!)) {
    const name = `items.${item.id}.points`;
    if (item.rule.kind === 'steps') input[name] = item.rule.steps[0]!.id;
    else if (item.rule.kind === 'allOrNothing') input[name] = true;
    else input[name] = item.max;
  }
  return input;
}

async function toReview(id: string, lead: string): Promise<void> {
  await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
  await world.must('manager', 'application', id, 'accept');
  await world.must('party', 'application', id, 'record_party_opinion', {
    supports: true,
    opinion: '同意推荐。',
  });
  await world.must('manager', 'application', id, 'pass', checks);
  const members = ['reviewer1', 'reviewer2', 'reviewer3'].map(world.idOf);
  await world.must('manager', 'application', id, 'appoint_panel', { members });
  for (const r of ['reviewer1', 'reviewer2', 'reviewer3'])
    await world.must(r, 'application', id, 'declare', { declaration: 'none', confidential: true });
  await world.must('manager', 'application', id, 'convene', { meetingOn: '2026-03-09', place: '二楼会议室' });
}

test('a community organization goes from its draft to the signed agreement', async () => {
  const { id, lead } = await world.draft();
  await toReview(id, lead);
  const { context } = await world.record('application', id);
  for (const r of ['reviewer1', 'reviewer2', 'reviewer3'])
    await world.must(r, 'application', id, 'score', bestSheet(context as ApplicationContext));
  await world.must('manager', 'application', id, 'close_review');
  await world.must('director', 'application', id, 'admit', { residency: 'onsite' });
  expect(await world.stateOf('application', id)).toBe('public_notice');
  await world.pass({ days: 10 });
  expect(await world.stateOf('application', id)).toBe('agreement_pending');
  await world.must(lead, 'application', id, 'sign', { agreeTerm: true, agreeWaysOut: true });
  await world.must('director', 'application', id, 'sign', { agreeTerm: true, agreeWaysOut: true });
  expect(await world.stateOf('application', id)).toBe('admitted');
  const incubation = await world.store.read
    .selectFrom('incubation')
    .selectAll()
    .where('parent_id', '=', id)
    .executeTakeFirst();
  expect(incubation?.state).toBe('onboarding');
  const seat = await world.store.read
    .selectFrom('seat')
    .selectAll()
    .where('organization_id', 'is not', null)
    .execute();
  expect(seat.map((s) => s.status)).toEqual(['occupied']);
  const chain = await historyOf(world.store.read, 'application', id);
  expect(firstBreak(chain)).toBeNull();
  expect(chain.at(-1)?.to_state).toBe('admitted');
});

test('a refusal says which guards failed and writes nothing', async () => {
  const { id, lead } = await world.draft();
  await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
  await world.must('manager', 'application', id, 'accept');
  const before = await world.record('application', id);
  const result = await world.send('manager', 'application', id, 'pass', { 'check.eligible': false });
  expect(result.ok ? [] : result.refusals.map((r) => r.code)).toEqual([
    'application.checklistOpen',
    'application.partyOpinionMissing',
  ]);
  expect(await world.record('application', id)).toEqual(before);
});

test('what was due before fires first: a draft cannot be submitted after the call has closed', async () => {
  const { id, lead } = await world.draft();
  world.clock.set('2027-01-05T01:00:00.000Z');
  const result = await world.send(lead, 'application', id, 'submit', { consent: true, truth: true });
  expect(result.ok).toBe(false);
  expect(await world.stateOf('application', id)).toBe('lapsed');
});

test('the same form sent twice has one effect, and the same key with other words is refused', async () => {
  const { advance } = await import('#app/operations/advance.server.ts');
  const { id, lead } = await world.draft();
  const asked = {
    lifecycle: 'application' as const,
    id,
    event: 'submit',
    input: { consent: true, truth: true },
    actor: await world.as(lead),
    requestId: 'r',
    idempotency: { key: 'k1', bodyHash: 'h1' },
  };
  const first = await advance(world.house, asked);
  expect(await advance(world.house, asked)).toEqual(first);
  expect(
    (await historyOf(world.store.read, 'application', id)).filter((h) => h.event === 'submit'),
  ).toHaveLength(1);
  const other = await advance(world.house, { ...asked, idempotency: { key: 'k1', bodyHash: 'h2' } });
  expect(other.ok ? '' : other.refusals[0]?.code).toBe('idempotency.otherContent');
});

test('an objection stops the clock of the notice, and it runs on with what was left', async () => {
  const { id, lead } = await world.draft();
  await toReview(id, lead);
  const { context } = await world.record('application', id);
  for (const r of ['reviewer1', 'reviewer2', 'reviewer3'])
    await world.must(r, 'application', id, 'score', bestSheet(context as ApplicationContext));
  await world.must('manager', 'application', id, 'close_review');
  await world.must('director', 'application', id, 'admit', { residency: 'virtual' });
  const { anyone } = await import('#app/domain/policy/actor.ts');
  await world.pass({ days: 1 });
  await world.must(anyone, 'application', id, 'object', {
    concerns: 'organization',
    statement: '该组织负责人同时在另一家机构任职。',
    objectorName: '王某',
    objectorContact: '13800000000',
  });
  expect(await world.stateOf('application', id)).toBe('objection_open');
  await world.pass({ days: 20 });
  expect((await world.record('application', id)).row.late).toBe(1);
  const number = ((await world.record('application', id)).context as ApplicationContext).objections[0]!
    .number;
  await world.must('director', 'application', id, 'dismiss_objection', {
    objection: number,
    finding: '经核实不影响。',
  });
  expect(await world.stateOf('application', id)).toBe('public_notice');
  await world.pass({ days: 12 });
  expect(await world.stateOf('application', id)).toBe('agreement_pending');
});

test('nobody decides on what they screened alone, and nobody else is asked for what is not theirs', async () => {
  const { id, lead } = await world.draft();
  const asked = await world.send('manager', 'application', id, 'submit', { consent: true, truth: true });
  expect(asked.ok ? '' : asked.refusals[0]?.code).toBe('notYours');
  const stranger = await world.send('reviewer1', 'application', id, 'submit', {});
  expect(stranger.ok ? '' : stranger.refusals[0]?.code).toBe('unseen');
  expect(await world.stateOf('application', id)).toBe('draft');
  expect(lead).toMatch(/^lead/);
});
