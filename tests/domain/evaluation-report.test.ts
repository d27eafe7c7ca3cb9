import { expect, test } from 'vitest';
import type { LetterCase } from '#app/domain/letters/case.ts';
import { evaluationReport } from '#app/domain/letters/evaluation-report.ts';
import type { EvaluationContext } from '#app/domain/lifecycles/evaluation/facts.ts';
import { panelScoreOf } from '#app/domain/lifecycles/score-sheet.ts';
import { onNotice } from './evaluation-story.ts';
import { sheet, withItems } from './score-sheets.ts';

test('the report gives an organization no figure that is one sheet’s alone, and gives it to those who judge', () => {
  const { context } = onNotice({ kind: 'midterm' });
  const rubric = context.rubric!;
  const use = rubric.dimensions.find(({ id }) => id === 'use')!;
  const setAside = Object.fromEntries(use.items.map(({ id }) => [id, { notApplicable: true }]));
  const given = (assessorId: string) => sheet(rubric, 1, { assessorId, locked: true });
  const sheets = {
    a1: withItems(given('a1'), setAside),
    a2: given('a2'),
    a3: withItems(given('a3'), setAside),
  };
  const after = { ...context, sheets, panelScore: panelScoreOf(rubric, Object.values(sheets)) };
  const meanFor = (audience: LetterCase['audience']) => {
    const of = {
      line: {
        at: '2026-11-24T01:00:00.000Z',
        event: 'xstate.after.resultNoticeDays.evaluation.result_notice',
      },
      ...{ before: after, after, earlier: [], audience },
      facts: { organization: { name: '青禾', proof: null }, program: null },
      dayOf: (instant: string) => instant.slice(0, 10),
      lastDayOf: (due: string) => due.slice(0, 10),
    } as unknown as LetterCase<EvaluationContext>;
    const table = evaluationReport(of).blocks.find(({ kind }) => kind === 'table');
    return table?.kind === 'table' ? table.rows[rubric.dimensions.indexOf(use)]?.[3] : undefined;
  };
  expect(meanFor('organization')).toEqual({ key: 'content.itemScores.few' });
  expect(meanFor('judges')).toEqual({ score: use.weight * 100 });
});
