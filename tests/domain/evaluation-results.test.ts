import { describe, expect, it } from 'vitest';
import { evaluation } from '#app/domain/lifecycles/evaluation/index.ts';
import { roleToSend } from '#app/domain/policy/can.ts';
import { graduation } from '#app/domain/rubrics/graduation.ts';
import {
  announced,
  appealed,
  assessor,
  declared,
  director,
  manager,
  moderating,
  observedFor,
  onNotice,
  scoring,
  selfAssessing,
  supervisor,
} from './evaluation-story.ts';
import { sheetInput } from './machine-driver.ts';

const reason = { reason: '情况有变化。' };
const declaration = { declaration: 'none', confidential: true };
const replacement = { member: 'a3', replacement: 'a4', readsAccounts: false, ...reason };
const team = { by: manager, input: replacement, observed: observedFor([]) };
const revision = { team: ['a5', 'a6'], score: 90, 'mustHave.account': true, finding: '复核属实。' };

describe('what ends it', () => {
  it('who does not take part fails, and in the end leaves', () => {
    const story = selfAssessing().fire('selfAssessmentDays');
    expect(story.context.result).toMatchObject({ participated: false, verdict: 'exits', score: 0 });
    expect(story.actions).toContain('reportEvaluation');
    expect(declared({ kind: 'midterm' }).fire('selfAssessmentDays').context.result?.verdict).toBe('failed');
  });

  it.each([
    ['final', [85, 85, 85], {}, 'graduates'],
    ['final', [85, 85, 85], { 'mustHaves.account': false }, 'conditional'],
    ['final', [70, 70, 70], {}, 'conditional'],
    ['final', [50, 50, 50], {}, 'exits'],
    ['midterm', [60, 60, 60], {}, 'passed'],
    ['midterm', [50, 50, 50], {}, 'failed'],
    ['special', [85, 85, 85], {}, 'graduates'],
  ] as const)('%s with %s points and %o: %s', (kind, points, sheet, verdict) => {
    const story = onNotice({ kind, points, sheet }).fire('resultNoticeDays');
    expect(story.context.result?.verdict).toBe(verdict);
    expect(story.context.confirmedAt).not.toBeNull();
  });

  it('the stricter of the rubric and the program is the pass mark, frozen with the announcement', () => {
    const story = onNotice({ kind: 'midterm', points: [70, 70, 70], settings: { midtermPass: 75 } });
    expect(story.context.rubric?.pass).toBe(75);
    expect(story.context.result?.verdict).toBe('failed');
  });

  it('a confirmed result takes no event any more', () => {
    const story = onNotice().fire('resultNoticeDays');
    for (const event of [...Object.keys(evaluation.events), 'incubation_ended'])
      expect(story.missing(event, { by: director }), event).toEqual(['notInThisState']);
  });
});

describe('team', () => {
  it('the lead assessor is the one named so, and who fills that seat leads', () => {
    const story = declared();
    expect(story.context.assessors.map((a) => a.personId)).toEqual(['a1', 'a2', 'a3']);
    story.send('replace_assessor', { ...team, input: { ...replacement, member: 'a1' } });
    expect(evaluation.assigned(story.context).map((a) => a.personId)).toEqual(['a4', 'a2', 'a3']);
  });

  it('who steps back leaves no score and does nothing more', () => {
    const story = scoring().send('save_sheet', {
      by: assessor('a3'),
      input: sheetInput(graduation, 80),
    });
    story.send('recuse', { by: assessor('a3'), input: reason });
    expect(story.context.sheets).not.toHaveProperty('a3');
    expect(story.missing('score', { by: assessor('a3'), input: sheetInput(graduation, 80) })).toEqual([
      'evaluation.declareFirst',
    ]);
    const subject = {
      centerId: 'c',
      regionCode: '41',
      organizationId: 'o',
      assigned: evaluation.assigned(story.context),
      recused: story.context.recused,
    };
    const memberships = [
      { role: 'assessor', scope: 'center', scopeId: 'c' },
      { role: 'manager', scope: 'center', scopeId: 'c' },
    ] as const;
    for (const event of Object.keys(evaluation.events))
      expect(
        roleToSend({ personId: 'a3', name: 'a3', memberships }, evaluation, subject, event),
        event,
      ).toBeNull();
  });

  it('a conflict declared empties the seat', () => {
    const story = announced().send('declare', {
      by: assessor('a2'),
      input: { ...declaration, declaration: 'recuse' },
    });
    expect(story.context.recused).toEqual(['a2']);
    expect(evaluation.waits('announced', story.context)).toContainEqual({
      role: 'manager',
      event: 'replace_assessor',
      deadline: 'visit',
    });
  });
});

describe('scores', () => {
  it('from five sheets on, one highest and one lowest are left out', () => {
    const story = moderating({ team: ['a1', 'a2', 'a3', 'a4', 'a5'], points: [60, 80, 85, 90, 100] });
    expect(story.context.panelScore?.hundredths).toBe(8500);
  });

  it('an adjustment keeps what stood before and after, and who agreed', () => {
    const story = moderating().send('adjust', {
      by: assessor('a1'),
      input: { direction: 'down', points: 2.5, agreeing: ['a3'], ...reason },
    });
    expect(story.context.adjustments).toMatchObject([{ before: 8500, after: 8250, agreeing: ['a1', 'a3'] }]);
    expect(story.send('finalise', { by: director }).context.result?.score).toBe(8250);
  });

  it('a must-have on which the sheets differ is not met, unless the panel settles it', () => {
    const story = scoring();
    for (const [i, id] of ['a1', 'a2', 'a3'].entries())
      story.send('score', {
        by: assessor(id),
        input: { ...sheetInput(graduation, 85), 'mustHaves.staff': i > 0 },
      });
    story.send('close_scoring', { by: manager });
    expect(story.context.disputed).toEqual(['staff']);
    const settled = { direction: 'up', points: 0, agreeing: ['a2', 'a3'], 'mustHave.staff': true, ...reason };
    story.send('adjust', { by: assessor('a1'), input: settled }).send('finalise', { by: director });
    expect(story.context.result).toMatchObject({ mustHavesMet: true, verdict: 'graduates' });
  });

  it('a revision keeps both results and answers the appeal', () => {
    const story = appealed({ points: [78, 78, 78], sheet: { 'mustHaves.account': false } });
    expect(story.context.result?.verdict).toBe('conditional');
    story.send('revise_result', { by: supervisor, input: revision, observed: observedFor([]) });
    expect(story.context.revisions).toMatchObject([{ before: 7800, after: 9000 }]);
    expect(story.context.appeals[0]?.outcome).toBe('revised');
    expect(story.context.result).toMatchObject({ score: 9000, mustHavesMet: true, verdict: 'graduates' });
  });
});
