import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EvaluationContext } from '#app/domain/lifecycles/evaluation/facts.ts';
import type { IncubationContext } from '#app/domain/lifecycles/incubation/facts.ts';
import { openSpecialEvaluation } from '#app/operations/open-special-evaluation.server.ts';
import { historyOf } from '#db/reads/history.server.ts';
import { firstBreak } from '#db/writes/history.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { file } from '../domain/machine-driver.ts';
import { announcement, evaluationOf, incubated, toResult } from './evaluation-world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const noticeOf = (id: string) =>
  world.store.read.selectFrom('notice').selectAll().where('record_id', '=', id).executeTakeFirstOrThrow();

const graduationsOf = (incubation: string) =>
  world.store.read.selectFrom('graduation').selectAll().where('parent_id', '=', incubation).execute();

const told = async (person: string, record: string) =>
  (
    await world.store.read
      .selectFrom('notification')
      .select('event')
      .where('person_id', '=', world.idOf(person))
      .where('record_id', '=', record)
      .execute()
  ).map((n) => n.event);

test('a final evaluation goes from its plan to the confirmed result, and the graduation opens', async () => {
  const of = await incubated(world, 'final_due');
  const id = await evaluationOf(world, of, 'final');
  await toResult(world, id, of.lead, 85);
  const notice = await noticeOf(id);
  expect([notice.outcome, notice.ends_at]).toEqual([null, '2026-03-09T16:00:00.000Z']);
  expect(JSON.parse(notice.content)).toEqual({ kind: 'final', score: 8500, verdict: 'graduates' });
  await world.pass({ days: 8 });
  const { row } = await world.record('evaluation', id);
  expect([row.state, row.score, row.number, row.kind]).toEqual(['confirmed', 8500, 'PG-2026-0001', 'final']);
  expect((await noticeOf(id)).outcome).toBe('kept');
  expect(await world.stateOf('incubation', of.incubation)).toBe('graduation_pending');
  expect((await graduationsOf(of.incubation)).map((g) => [g.state, g.score])).toEqual([['candidate', 8500]]);
  expect(firstBreak(await historyOf(world.store.read, 'evaluation', id))).toBeNull();
  expect((await world.send('director', 'evaluation', id, 'reassign', { manager: 'x' })).ok).toBe(false);
});

test('a mid-term below its mark sends the incubation to rectification', async () => {
  const of = await incubated(world, 'midterm_due');
  const id = await evaluationOf(world, of, 'midterm');
  await toResult(world, id, of.lead, 45);
  await world.pass({ days: 8 });
  expect(await world.stateOf('evaluation', id)).toBe('confirmed');
  expect(await world.stateOf('incubation', of.incubation)).toBe('rectifying');
});

test('who never hands in a self-assessment did not take part, and the incubation acts on it', async () => {
  const of = await incubated(world, 'final_due');
  const id = await evaluationOf(world, of, 'final');
  await world.must('manager', 'evaluation', id, 'announce', announcement(world));
  await world.pass({ days: 20 });
  expect(await world.stateOf('evaluation', id)).toBe('non_participation');
  expect(await world.stateOf('incubation', of.incubation)).toBe('exit_notice');
  const { final } = (await world.record('incubation', of.incubation)).context as IncubationContext;
  expect(final).toMatchObject({ evaluationId: id, participated: false, score: 0 });
});

test('a cancelled final evaluation is followed by a new one', async () => {
  const of = await incubated(world, 'final_due');
  const id = await evaluationOf(world, of, 'final');
  await world.must('director', 'evaluation', id, 'cancel', { reason: '评估组不足。' });
  const open = await world.store.read
    .selectFrom('evaluation')
    .select(['id', 'state'])
    .where('parent_id', '=', of.incubation)
    .where('state', '=', 'planned')
    .execute();
  expect(open).toHaveLength(1);
  expect(await world.stateOf('incubation', of.incubation)).toBe('final_due');
});

test('the incubation that ends takes its evaluation with it, and hears nothing back', async () => {
  const of = await incubated(world, 'final_due');
  const id = await evaluationOf(world, of, 'final');
  await toResult(world, id, of.lead, 85);
  await world.must('supervisor', 'incubation', of.incubation, 'revoke', {
    ground: 'fraud',
    reason: '查实弄虚作假，予以取消。',
    proof: [file('proof')],
  });
  expect(await world.stateOf('evaluation', id)).toBe('cancelled');
  expect((await noticeOf(id)).outcome).toBe('lifted');
  expect(await world.stateOf('incubation', of.incubation)).toBe('exit_notice');
});

test('an appeal stops the public notice, and the answer moves its end', async () => {
  const of = await incubated(world, 'final_due');
  const id = await evaluationOf(world, of, 'final');
  await toResult(world, id, of.lead, 78);
  await world.pass({ days: 2 });
  await world.must(of.lead, 'evaluation', id, 'appeal', {
    items: ['staff'],
    reason: '专职人员计算有误，请复核。',
  });
  expect((await noticeOf(id)).ends_at).toBeNull();
  await world.pass({ days: 3 });
  await world.must('supervisor', 'evaluation', id, 'revise_result', {
    team: ['assessor5', 'assessor6'].map(world.idOf),
    score: 82,
    finding: '复核属实，予以变更。',
  });
  const notice = await noticeOf(id);
  expect(notice.ends_at).toBe('2026-03-11T16:00:00.000Z');
  expect(JSON.parse(notice.content)).toMatchObject({ score: 8200, verdict: 'graduates' });
  await world.pass({ days: 6 });
  expect(await world.stateOf('incubation', of.incubation)).toBe('graduation_pending');
});

test('assessors and nobody else score, and only on the evaluation that names them', async () => {
  const of = await incubated(world, 'final_due');
  const id = await evaluationOf(world, of, 'final');
  await world.must('manager', 'evaluation', id, 'announce', announcement(world));
  const refusal = async (who: string, event: string) => {
    const result = await world.send(who, 'evaluation', id, event, {
      declaration: 'none',
      confidential: true,
    });
    return result.ok ? [] : result.refusals.map((r) => r.code);
  };
  expect(await refusal('assessor6', 'declare')).toEqual(['unseen']);
  expect(await refusal('manager', 'declare')).toEqual(['notYours']);
  await world.must('assessor1', 'evaluation', id, 'declare', { declaration: 'recuse', confidential: true });
  expect(await refusal('assessor1', 'declare')).toEqual(['unseen']);
  const { context } = await world.record('evaluation', id);
  expect((context as EvaluationContext).recused).toEqual([world.idOf('assessor1')]);
});

test('director or supervisor open a special evaluation, one at a time; it moves no incubation', async () => {
  const of = await incubated(world);
  const ask = async (who: string, key: string, reason = '群众反映项目管理问题') =>
    openSpecialEvaluation(world.house, {
      incubationId: of.incubation,
      reason,
      actor: await world.as(who),
      requestId: 'test',
      idempotency: { key, bodyHash: reason },
    });
  const codes = async (who: string, key: string, reason?: string) => {
    const result = await ask(who, key, reason);
    return result.ok ? [] : result.refusals.map((r) => r.code);
  };
  expect(await codes('manager', 'k0')).toEqual(['notYours']);
  expect(await codes('payer', 'k0')).toEqual(['unseen']);
  expect(await codes('director', 'k0', ' ')).toEqual(['evaluation.reasonMissing']);
  const opened = await ask('supervisor', 'k1');
  expect(opened.ok).toBe(true);
  const id = opened.ok ? opened.value.id : '';
  expect(await ask('supervisor', 'k1')).toEqual(opened);
  expect(await codes('director', 'k2')).toEqual(['evaluation.specialOpen']);
  expect(await told('manager', id)).toEqual(['begin']);
  world.clock.advance(60_000);
  await toResult(world, id, of.lead, 85, { rubric: 'graduation' });
  await world.pass({ days: 8 });
  expect(await world.stateOf('evaluation', id)).toBe('confirmed');
  expect(await world.stateOf('incubation', of.incubation)).toBe('active');
  expect((await told('director', id)).some((event) => event.includes('resultNoticeDays'))).toBe(true);
});

test('no special evaluation of an incubation that has ended or does not exist', async () => {
  const of = await incubated(world, 'graduated');
  const asked = { reason: '有人反映问题', actor: await world.as('director'), requestId: 'test' };
  const ended = await openSpecialEvaluation(world.house, { ...asked, incubationId: of.incubation });
  const unknown = await openSpecialEvaluation(world.house, { ...asked, incubationId: 'none' });
  expect([ended, unknown].map((r) => (r.ok ? [] : r.refusals.map((x) => x.code)))).toEqual([
    ['evaluation.incubationEnded'],
    ['unseen'],
  ]);
});
