import { expect, test } from 'vitest';
import { sittingAssessors, vacantSeats } from '#app/domain/lifecycles/evaluation/facts.ts';
import { evaluation } from '#app/domain/lifecycles/evaluation/index.ts';
import { graduation } from '#app/domain/rubrics/graduation.ts';
import {
  assessor,
  declared,
  director,
  lead,
  manager,
  observedFor,
  scored,
  scoring,
} from './evaluation-story.ts';
import { sheetInput } from './machine-driver.ts';

const reason = { reason: '与本组织负责人有亲属关系。' };
const asking = (member = 'a3') => ({ by: lead, input: { member, ...reason } });
const answering = (answer: 'grant' | 'keep') => ({
  by: director,
  input: { member: 'a3', answer, ...reason },
});

test('a granted request vacates the seat, which the manager fills; the director is waited for till then', () => {
  const story = declared().send('request_recusal', asking());
  const waits = evaluation.waits(story.state, story.context).map((w) => `${w.role} ${w.event}`);
  expect(waits).toContain('director answer_recusal');
  story.send('answer_recusal', answering('grant'));
  expect(vacantSeats(story.context).map((a) => a.personId)).toEqual(['a3']);
  expect(story.context.recused).toEqual(['a3']);
  story.send('replace_assessor', {
    by: manager,
    input: { member: 'a3', replacement: 'a4', readsAccounts: false, ...reason },
    observed: observedFor([]),
  });
  expect(sittingAssessors(story.context).map((a) => a.personId)).toEqual(['a1', 'a2', 'a4']);
});

test('a refused request leaves everybody where they sit, and may not be repeated at once', () => {
  const story = declared().send('request_recusal', asking());
  expect(story.missing('request_recusal', asking())).toEqual(['evaluation.recusalWindowOver']);
  story.send('answer_recusal', answering('keep'));
  expect(sittingAssessors(story.context)).toHaveLength(3);
  expect(story.missing('answer_recusal', answering('keep'))).toEqual(['evaluation.noRecusalAsked']);
});

test('two working days after the names were shown the window is over; a new name opens one of its own', () => {
  const story = declared();
  story.at = '2026-03-05T01:00:00.000Z';
  expect(story.missing('request_recusal', asking())).toEqual(['evaluation.recusalWindowOver']);
  story.send('replace_assessor', {
    by: manager,
    input: { member: 'a3', replacement: 'a4', readsAccounts: false, ...reason },
    observed: observedFor([]),
  });
  expect(story.missing('request_recusal', asking('a4'))).toEqual([]);
});

test('an open request keeps scoring from being closed; a sheet locked meanwhile stays, and counts no more', () => {
  const story = scoring().send('request_recusal', asking());
  for (const id of ['a1', 'a2', 'a3'])
    story.send('score', { by: assessor(id), input: sheetInput(graduation, 80) });
  expect(story.missing('close_scoring', { by: manager })).toEqual(['evaluation.recusalUnanswered']);
  story.send('answer_recusal', answering('grant'));
  expect(story.context.sheets.a3?.locked).toBe(true);
  expect(story.missing('close_scoring', { by: manager })).toEqual(['evaluation.tooFewAssessors']);
});

test('who has locked a sheet is not asked to step back', () => {
  expect(scored().missing('request_recusal', asking())).toEqual(['evaluation.recusalWindowOver']);
});
