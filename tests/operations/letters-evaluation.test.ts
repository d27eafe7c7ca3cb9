import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EvaluationContext } from '#app/domain/lifecycles/evaluation/facts.ts';
import { checklistLines } from '#app/domain/lifecycles/graduation/facts.ts';
import { itemsOf } from '#app/domain/rubrics.ts';
import { openWorld, type World } from '#tests/world.ts';
import {
  evaluationOf,
  graduationOf,
  handedOver,
  incubated,
  team,
  toNotice,
  toResult,
} from './evaluation-world.ts';
import { checkLetters, kindsFor, letterFor, lettersFor, origin, readLetter } from './letter-reading.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('the letters of an evaluation', () => {
  test('announcement, appeal and report: judges read who judged, the organization never does', async () => {
    const of = await incubated(world, 'final_due');
    const id = await evaluationOf(world, of, 'final');
    await toResult(world, id, of.lead, 85);
    const announced = await readLetter(world, of.lead, 'evaluation', id, 'announcement');
    expect(announced).toContain('查阅材料，实地走访。');
    expect(announced).toContain('assessor1（组长）');
    expect(announced).toContain('assessor2（负责审阅账目）');
    expect(announced).toContain('2026年4月1日');

    const { rubric } = (await world.record('evaluation', id)).context as EvaluationContext;
    const item = itemsOf(rubric!)[0]!;
    await world.must(of.lead, 'evaluation', id, 'appeal', {
      items: [item.id],
      reason: '该项材料未被计入，请复核。',
    });
    for (const name of ['fresh1', 'fresh2']) await world.person(name, 'assessor', 'center', world.centerId);
    await world.must('supervisor', 'evaluation', id, 'revise_result', {
      team: ['fresh1', 'fresh2'].map(world.idOf),
      score: 88,
      finding: '补计该项材料。',
    });
    const decision = await readLetter(world, of.lead, 'evaluation', id, 'evaluation-appeal');
    expect(decision).toContain(item.zh);
    expect(decision).toContain('85.00');
    expect(decision).toContain('88.00');
    expect(decision).not.toMatch(/fresh\d|assessor\d/);
    expect(await readLetter(world, 'director', 'evaluation', id, 'evaluation-appeal')).toContain('fresh1');

    await world.pass({ days: 12 });
    expect(await world.stateOf('evaluation', id)).toBe('confirmed');
    const report = await readLetter(world, of.lead, 'evaluation', id, 'evaluation-report');
    expect(report).toContain('88.00');
    expect(report).toContain('达到出壳条件');
    expect(report).toContain('3名评估专家');
    expect(report).not.toMatch(/assessor\d|fresh\d|一致同意/);
    expect(report).not.toContain('最高分\n');
    const full = await readLetter(world, 'director', 'evaluation', id, 'evaluation-report');
    for (const name of team) expect(full).toContain(name);
    expect(full).toContain('一致同意');
    for (const who of [of.lead, 'director']) await checkLetters(world, who, 'evaluation', id);
    for (const who of [of.lead, 'manager', 'director', 'supervisor', 'assessor2'])
      expect(await kindsFor(world, who, 'evaluation', id), who).toEqual([
        'announcement',
        'evaluation-appeal',
        'evaluation-report',
      ]);
    for (const who of ['reviewer1', 'party', 'mentor', 'admin', 'fresh1'])
      expect(await kindsFor(world, who, 'evaluation', id), who).toEqual([]);
    expect(await readLetter(world, of.lead, 'evaluation', id, 'evaluation-report', 'en')).toContain(
      '3 assessors',
    );
  });

  test('who holds an office in the organization reads as the organization does', async () => {
    const of = await incubated(world, 'midterm_due');
    const id = await evaluationOf(world, of, 'midterm');
    await toResult(world, id, of.lead, 85);
    await world.pass({ days: 8 });
    await world.person('manager2', 'staff', 'organization', of.organizationId);
    expect(await readLetter(world, 'manager2', 'evaluation', id, 'evaluation-report')).not.toMatch(
      /assessor\d/,
    );
  });
});

describe('the letters of a graduation', () => {
  test('a certificate with its number and where it can be checked, and the mark of its revocation', async () => {
    const of = await incubated(world, 'final_due');
    await toResult(world, await evaluationOf(world, of, 'final'), of.lead, 85);
    await world.pass({ days: 8 });
    const { id } = await world.store.read
      .selectFrom('graduation')
      .select('id')
      .where('parent_id', '=', of.incubation)
      .executeTakeFirstOrThrow();
    await toNotice(world, id, of.lead);
    const { row } = await world.record('graduation', id);
    const notice = await readLetter(world, of.lead, 'graduation', id, 'graduation-notice');
    expect(notice).toContain(row.organization_name);
    expect(notice).toContain('85.00');
    await world.pass({ days: 8 });
    await world.must(of.lead, 'graduation', id, 'complete_handover', handedOver);
    expect(await checkLetters(world, of.lead, 'graduation', id)).toEqual(['graduation-notice']);
    await world.must('manager', 'graduation', id, 'complete_handover', handedOver);
    const certificate = await readLetter(world, of.lead, 'graduation', id, 'certificate');
    expect(certificate).toContain('证书编号：CK-2026-001');
    expect(certificate).toContain(`${origin}/certificates/CK-2026-001`);
    expect(certificate).not.toContain('撤销');
    expect(await checkLetters(world, 'supervisor', 'graduation', id)).toEqual([
      'graduation-notice',
      'certificate',
    ]);
    const revoking = { reason: '查实材料弄虚作假，予以撤销。' };
    await world.must('director', 'graduation', id, 'revoke', revoking);
    await world.must('supervisor', 'graduation', id, 'revoke', revoking);
    expect(await readLetter(world, of.lead, 'graduation', id, 'certificate')).toContain('本证书已于');
    for (const who of ['reviewer1', 'party', 'mentor', 'assessor1', 'admin'])
      expect(await lettersFor(world, who, 'graduation', id), who).toEqual([]);
  });

  test('a refusal says by whom and why, or on which lines', async () => {
    const of = await incubated(world, 'graduation_pending');
    const id = await graduationOf(world, of);
    const file = (name: string) => ({ id: name, name: `${name}.pdf`, sha256: 'a'.repeat(64), size: 10 });
    await world.must(of.lead, 'graduation', id, 'apply', { report: [file('r')], plan: [file('p')] });
    await world.must('manager', 'graduation', id, 'verify');
    const lines = [checklistLines[1], checklistLines[3]];
    await world.must('manager', 'graduation', id, 'fail_verification', { lines, reason: '制度不齐。' });
    expect(await checkLetters(world, of.lead, 'graduation', id)).toEqual([]);
    await world.must('director', 'graduation', id, 'fail_verification', { lines, reason: '人员不足。' });
    const text = await readLetter(world, of.lead, 'graduation', id, 'graduation-refusal');
    expect(text).toContain('制度不齐。\n人员不足。');
    expect(await checkLetters(world, of.lead, 'graduation', id)).toEqual(['graduation-refusal']);
    expect(await letterFor(world, of.lead, 'graduation', id, 'certificate-5')).toBeUndefined();
    expect(await letterFor(world, of.lead, 'graduation', id, 'graduation-refusal-999')).toBeUndefined();
    expect(await letterFor(world, of.lead, 'graduation', id, '__proto__-1')).toBeUndefined();
  });

  test('a candidate who does not apply in time is told so', async () => {
    const of = await incubated(world, 'graduation_pending');
    const id = await graduationOf(world, of);
    await world.pass({ days: 40 });
    expect(await world.stateOf('graduation', id)).toBe('refused');
    expect(await readLetter(world, of.lead, 'graduation', id, 'graduation-refusal')).toContain('20个工作日');
    await checkLetters(world, 'manager', 'graduation', id);
  });
});
