import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anyone } from '#app/domain/policy/actor.ts';
import { openWorld, type World } from '#tests/world.ts';
import { reviewed, toReview } from '../routes/review-story.ts';
import { checkLetters, letterFor, lettersFor, readLetter } from './letter-reading.ts';
import { admitted } from './life-world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('the letters of an application', () => {
  test('follow its way from the receipt to the agreement', async () => {
    const life = await admitted(world);
    const id = life.application;
    expect(await checkLetters(world, 'manager', 'application', id)).toEqual([
      'receipt',
      'minutes',
      'admission-notice',
      'agreement-draft',
      'agreement',
    ]);
    await checkLetters(world, life.lead, 'application', id);
    await checkLetters(world, 'party', 'application', id);

    const { row } = await world.record('application', id);
    const snapshot = await world.store.read
      .selectFrom('snapshot')
      .select('hash')
      .where('application_id', '=', id)
      .executeTakeFirstOrThrow();
    const receipt = await readLetter(world, life.lead, 'application', id, 'receipt');
    expect(receipt).toContain(row.number);
    expect(receipt).toContain(snapshot.hash);
    expect(receipt).toContain('入壳申请受理回执');

    const notice = await readLetter(world, 'reviewer1', 'application', id, 'admission-notice');
    expect(notice).toContain(row.organization_name);
    expect(notice).toContain('5个工作日');

    const agreement = await readLetter(world, life.lead, 'application', id, 'agreement');
    expect(agreement).toContain('12个月');
    expect(agreement).toContain(life.lead);
    expect(agreement).toContain('director');
    const draft = await readLetter(world, life.lead, 'application', id, 'agreement-draft');
    expect(draft).not.toContain(life.lead);
    expect(await readLetter(world, life.lead, 'application', id, 'agreement', 'en')).toContain('12 months');
  });

  test('tell at once everything that is missing, and stay what they were when the answer has come', async () => {
    const { id, lead } = await world.draft();
    await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
    await world.must('manager', 'application', id, 'accept');
    await world.must('manager', 'application', id, 'request_supplement', {
      'reason.charter': '章程缺少财务条款\n请补第五章',
      'reason.basics': '地址不全',
    });
    const told = await readLetter(world, lead, 'application', id, 'supplement');
    expect(told).toContain('章程缺少财务条款');
    expect(told).toContain('地址不全');
    expect(told).toContain('第1次补正');
    const due = (await world.record('application', id)).context.deadlines.supplementDays?.due ?? '';
    const last = new Date(Date.parse(due) - 1 + 8 * 3_600_000)
      .toISOString()
      .slice(0, 10)
      .split('-')
      .map(Number);
    expect(told).toContain(`${last[0]}年${last[1]}月${last[2]}日`);
    await checkLetters(world, lead, 'application', id);
    await world.pass({ days: 2 });
    const items = (await world.record('application', id)).context as unknown as {
      supplement: { key: string }[];
    };
    await world.must(
      lead,
      'application',
      id,
      'resubmit',
      Object.fromEntries(items.supplement.map((i) => [`answer.${i.key}`, '已补'])),
    );
    expect(await readLetter(world, lead, 'application', id, 'supplement')).toBe(told);
    expect(await checkLetters(world, lead, 'application', id)).toEqual(['receipt', 'supplement', 'receipt']);
    expect(await readLetter(world, lead, 'application', id, 'receipt')).toContain('第2版');
  });

  test('refuse with the ground by its number and its words', async () => {
    const { id, lead } = await world.draft();
    await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
    await world.must('manager', 'application', id, 'accept');
    await world.must('director', 'application', id, 'refuse', {
      grounds: ['penalty', 'tax'],
      reason: '经核查，2025年受到行政处罚。',
    });
    const text = await readLetter(world, lead, 'application', id, 'refusal');
    expect(text).toContain('近两年受过行政处罚（不予入壳情形第1项）');
    expect(text).toContain('（不予入壳情形第5项）');
    expect(text).toContain('2025年受到行政处罚');
    await checkLetters(world, lead, 'application', id);
  });

  test('never name a reviewer or a sheet to the organization, nor an objector to anyone', async () => {
    const { id, lead, organizationId } = await world.draft();
    await world.person('clerk', 'staff', 'organization', organizationId);
    await reviewed(world, id, lead, 2);
    await world.must('director', 'application', id, 'admit', { residency: 'virtual' });
    await world.must(anyone, 'application', id, 'object', {
      concerns: 'organization',
      statement: '该组织负责人同时在另一家机构任职。',
      objectorName: '王某某',
      objectorContact: '13900000000',
    });
    const number = JSON.stringify((await world.record('application', id)).context).match(/YY-[\d-]+/)?.[0];
    await world.must('director', 'application', id, 'uphold_objection', {
      objection: number ?? '',
      finding: '经核实，情况属实。',
    });
    await world.must('supervisor', 'application', id, 'uphold_objection', {
      objection: number ?? '',
      finding: '同意认定成立。',
    });
    const readers = [lead, 'clerk', 'party', 'manager', 'director', 'supervisor', 'reviewer1'];
    for (const who of readers)
      for (const letterId of await lettersFor(world, who, 'application', id)) {
        const letter = JSON.stringify(await letterFor(world, who, 'application', id, letterId));
        expect(letter, `${who} reads ${letterId}`).not.toMatch(/王某某|13900000000|另一家机构任职/);
        if ([lead, 'clerk', 'party', 'reviewer1'].includes(who)) expect(letter).not.toMatch(/reviewer\d/);
      }
    const minutes = (await lettersFor(world, 'manager', 'application', id)).find((l) =>
      l.startsWith('minutes'),
    );
    for (const who of [
      lead,
      'clerk',
      'party',
      'reviewer1',
      'assessor1',
      'mentor',
      'admin',
      'auditor',
      'payer',
    ])
      expect(await letterFor(world, who, 'application', id, minutes ?? ''), who).toBeUndefined();
    expect(await readLetter(world, lead, 'application', id, 'refusal')).toContain('同意认定成立');
    await checkLetters(world, 'director', 'application', id);
  });

  test('minutes put the sheets together as the panel did', async () => {
    const first = await world.draft();
    await reviewed(world, first.id, first.lead, 4);
    const second = await world.draft();
    await toReview(world, second.id, second.lead);
    const before = await readLetter(world, 'director', 'application', first.id, 'minutes');
    expect(before).toContain('待本批次评审全部结束后确定');
    await world.must(second.lead, 'application', second.id, 'withdraw', { reason: '另有安排，撤回申请。' });
    const text = await readLetter(world, 'director', 'application', first.id, 'minutes');
    const { score } = (await world.record('application', first.id)).context as unknown as {
      score: { score: number; highest: number; lowest: number };
    };
    for (const figure of [score.score, score.highest, score.lowest])
      expect(text).toContain(figure.toFixed(2));
    expect(text).toContain('第1名（本批次共1家）');
    expect(text).toContain('reviewer2');
    await checkLetters(world, 'director', 'application', first.id);
  });

  test('whoever stepped back finds none', async () => {
    const { id, lead } = await world.draft();
    await toReview(world, id, lead);
    await world.must('reviewer1', 'application', id, 'recuse', { reason: '与申请组织有业务往来。' });
    expect(await lettersFor(world, 'reviewer1', 'application', id)).toEqual([]);
    expect(await letterFor(world, 'reviewer1', 'application', id, 'receipt-2')).toBeUndefined();
  });
});
