import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncubationContext } from '#app/domain/lifecycles/incubation/facts.ts';
import type { ProgressReportContext } from '#app/domain/lifecycles/progress-report/facts.ts';
import { requestAmendment } from '#app/operations/request-amendment.server.ts';
import { reportsOfIncubation } from '#db/reads/reports.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { answers, granting, leaving, order } from '../domain/incubation-story.ts';
import { evaluationOf, incubated, toResult } from './evaluation-world.ts';
import { checkLetters, kindsFor, readLetter } from './letter-reading.ts';
import { activate, admitted, handInReports, type Life } from './life-world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const reason = { reason: '情况有变化，请予办理。' };

async function active(): Promise<Life> {
  const life = await admitted(world);
  await activate(world, life);
  return life;
}

const send =
  (life: Life) =>
  (who: string, event: string, input = {}) =>
    world.must(who, 'incubation', life.incubation, event, input);

const contextOf = async (life: Life) =>
  (await world.record('incubation', life.incubation)).context as IncubationContext;

const contextOfReport = async (id: string) =>
  (await world.record('progress_report', id)).context as ProgressReportContext;

/** "2026年3月9日" of the last day of a deadline. */
function lastDay(due: string | undefined): string {
  const day = new Date(Date.parse(due ?? '') - 1 + 8 * 3_600_000).toISOString().slice(0, 10);
  return written(day);
}
const written = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

describe('the letters of an incubation', () => {
  test('a rectification order, its failure, the appeal and what became of it', async () => {
    const life = await active();
    const must = send(life);
    await must('manager', 'order_rectification', order);
    expect(await checkLetters(world, life.lead, 'incubation', life.incubation)).toEqual([]);
    await must('director', 'order_rectification', order);
    const ordered = await readLetter(world, life.lead, 'incubation', life.incubation, 'rectification');
    const { rectification, deadlines } = await contextOf(life);
    for (const finding of rectification?.findings ?? []) {
      expect(ordered).toContain('text' in finding.text ? finding.text.text : '');
      expect(ordered).toContain(`${written(finding.dueOn)}前整改到位`);
    }
    expect(rectification?.findings.length).toBeGreaterThan(0);
    expect(ordered).toContain(lastDay(deadlines.rectificationDays?.due));

    await must('director', 'fail_rectification', { reason: '逾期未整改到位。' });
    const exit = await readLetter(world, life.lead, 'incubation', life.incubation, 'exit');
    const left = await contextOf(life);
    expect(exit).toContain('整改不合格');
    expect(exit).toContain('逾期未整改到位。');
    expect(exit).toContain(lastDay(left.deadlines.appealDays?.due));
    expect(exit).toContain(lastDay(left.deadlines.handoverDays?.due));
    expect(exit).toContain('24个月');

    await must(life.lead, 'appeal', { reason: '整改已经完成，请复核材料。' });
    await must('supervisor', 'uphold_appeal', { finding: '材料齐备，整改属实。' });
    const appeal = await readLetter(world, life.lead, 'incubation', life.incubation, 'exit-appeal');
    expect(appeal).toContain('申诉成立');
    expect(appeal).toContain('材料齐备，整改属实。');
    expect(appeal).toContain('整改已经完成，请复核材料。');
    // The letter of the exit still says what it said, though the exit itself is struck.
    expect(await readLetter(world, life.lead, 'incubation', life.incubation, 'exit')).toBe(exit);
    await checkLetters(world, life.lead, 'incubation', life.incubation);
    for (const who of [life.lead, 'mentor', 'party', 'manager', 'director', 'supervisor'])
      expect(await kindsFor(world, who, 'incubation', life.incubation), who).toEqual([
        'rectification',
        'exit',
        'exit-appeal',
      ]);
    for (const who of ['reviewer1', 'assessor1', 'admin', 'auditor', 'payer'])
      expect(await kindsFor(world, who, 'incubation', life.incubation), who).toEqual([]);
    await must(life.lead, 'answer_findings', answers);
  });

  test('a pause refused and granted, an extension denied and granted, a way out by own will', async () => {
    const life = await active();
    const must = send(life);
    await must(life.lead, 'request_pause', { until: '2026-05-01', ...reason });
    await must('director', 'refuse_pause', { reason: '孵化刚刚开始。' });
    expect(await readLetter(world, life.lead, 'incubation', life.incubation, 'pause')).toContain('不予暂停');
    await must(life.lead, 'request_pause', { until: '2026-05-01', ...reason });
    await must('director', 'pause', { until: '2026-05-01', ...reason });
    const pause = await readLetter(world, life.lead, 'incubation', life.incubation, 'pause');
    expect(pause).toContain('至2026年5月1日');
    await must(life.lead, 'resume');
    await must(life.lead, 'request_extension', { months: 6, ...reason });
    await must('director', 'deny_extension', { reason: '原定目标可以按期完成。' });
    const denied = await readLetter(world, life.lead, 'incubation', life.incubation, 'extension');
    expect(denied).toContain('原定目标可以按期完成。');
    expect(denied).toContain('孵化按原定期限继续');
    await must(life.lead, 'request_extension', { months: 6, ...reason });
    await must('director', 'grant_extension', granting().input);
    const granted = await readLetter(world, life.lead, 'incubation', life.incubation, 'extension');
    expect(granted).toContain(written((await contextOf(life)).term?.endsOn ?? ''));
    expect(granted).toContain('完成登记，建成两支队伍。');
    expect(granted).toContain('志愿者 30 人');
    await must(life.lead, 'request_exit', leaving.input);
    const exit = await readLetter(world, life.lead, 'incubation', life.incubation, 'exit');
    expect(exit).toContain('自愿退壳');
    expect(exit).not.toContain('申诉的权利');
    expect(await checkLetters(world, life.lead, 'incubation', life.incubation)).toEqual([
      'pause',
      'pause',
      'extension',
      'extension',
      'exit',
    ]);
  });

  test('a failed mid-term is a rectification order too; what was imported has letters without an application', async () => {
    const of = await incubated(world, 'midterm_due');
    await toResult(world, await evaluationOf(world, of, 'midterm'), of.lead, 45);
    await world.pass({ days: 8 });
    expect(await checkLetters(world, of.lead, 'incubation', of.incubation)).toEqual(['rectification']);
    const text = await readLetter(world, of.lead, 'incubation', of.incubation, 'rectification');
    expect(text).toContain('中期评估没有通过');
    await world.must('supervisor', 'incubation', of.incubation, 'revoke', {
      ground: 'fraud',
      reason: '查实弄虚作假，予以取消。',
      proof: [{ id: 'p', name: 'p.pdf', sha256: 'a'.repeat(64), size: 1 }],
    });
    const exit = await readLetter(world, of.lead, 'incubation', of.incubation, 'exit');
    expect(exit).toContain('提供虚假材料或骗取支持');
    await checkLetters(world, 'manager', 'incubation', of.incubation);
  });

  test('an accepted progress report says what was handed in, with the sums', async () => {
    const life = await active();
    await world.pass({ days: 25 });
    expect(await handInReports(world, life)).toEqual(['2026-Q1']);
    const report = (await reportsOfIncubation(world.store.read, life.incubation)).find(
      (r) => r.state === 'accepted',
    );
    const id = report?.id ?? '';
    expect(await checkLetters(world, life.lead, 'progress_report', id)).toEqual(['progress-report']);
    const text = await readLetter(world, 'mentor', 'progress_report', id, 'progress-report');
    expect(text).toContain('2026年第1季度进展报告');
    expect(text).toContain(report?.context.versions.at(-1)?.hash);
    expect(text).toContain('RK-202603-0001-BG-2026-Q1-');
    expect(await readLetter(world, life.lead, 'progress_report', id, 'progress-report', 'en')).toContain(
      'Since the beginning',
    );
    for (const who of ['reviewer1', 'party', 'admin'])
      expect(await kindsFor(world, who, 'progress_report', id), who).toEqual([]);

    const asked = await requestAmendment(world.house, {
      reportId: id,
      input: { reason: '活动场次漏记一次。', fields: ['activities'] },
      actor: await world.as(life.lead),
      requestId: 'test',
    });
    const mended = asked.ok ? asked.value.id : '';
    const act = (who: string, event: string, input = {}) =>
      world.must(who, 'progress_report', mended, event, input);
    await act('manager', 'allow_amendment');
    await act(life.lead, 'edit', { ...(await contextOfReport(mended)).draft, activities: 9 });
    await act(life.lead, 'submit', { truth: true });
    await act('manager', 'accept');
    const amended = await readLetter(world, life.lead, 'progress_report', mended, 'progress-report');
    expect(amended).toContain('2026年第1季度进展报告（更正）');
    expect(amended).toContain('活动场次漏记一次。');
    expect(amended).toMatch(/RK-202603-0001-GZ\w{4}-2026-Q1-/);
    await checkLetters(world, 'manager', 'progress_report', mended);
    expect(await readLetter(world, 'mentor', 'progress_report', id, 'progress-report')).toBe(text);
  });
});
