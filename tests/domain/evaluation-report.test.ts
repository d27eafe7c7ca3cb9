import { expect, test } from 'vitest';
import type { LetterCase } from '#app/domain/letters/case.ts';
import { evaluationReport } from '#app/domain/letters/evaluation-report.ts';
import type { EvaluationContext } from '#app/domain/lifecycles/evaluation/facts.ts';
import { panelScoreOf } from '#app/domain/lifecycles/score-sheet.ts';
import type { Sheet } from '#app/domain/scoring.ts';
import { onNotice } from './evaluation-story.ts';
import { sheet, withItems } from './score-sheets.ts';

test('the report gives an organization no figure that is one sheet’s alone, and gives it to those who judge', () => {
  const { context } = onNotice({ kind: 'midterm' });
  const rubric = context.rubric!;
  const use = rubric.dimensions.find(({ id }) => id === 'use')!;
  const setAside = Object.fromEntries(use.items.map(({ id }) => [id, { notApplicable: true }]));
  const given = (assessorId: string, share = 1) => sheet(rubric, share, { assessorId, locked: true });
  const sheets = {
    a1: withItems(given('a1'), setAside),
    a2: given('a2'),
    a3: withItems(given('a3'), setAside),
  };
  const after = { ...context, sheets, panelScore: panelScoreOf(rubric, Object.values(sheets)) };
  const reportFor = (audience: LetterCase['audience'], after: EvaluationContext) => {
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
    return evaluationReport(of).blocks;
  };
  const meanFor = (audience: LetterCase['audience']) => {
    const table = reportFor(audience, after).find(({ kind }) => kind === 'table');
    return table?.kind === 'table' ? table.rows[rubric.dimensions.indexOf(use)]?.[3] : undefined;
  };
  expect(meanFor('organization')).toEqual({ key: 'content.itemScores.few' });
  expect(meanFor('judges')).toEqual({ score: use.weight * 100 });

  // nor is that part called weak, or not weak, by one sheet
  const none = given('a2', 0).items;
  const low = { ...sheets, a2: withItems(given('a2'), pick(none, use.items)) };
  const poor = { ...context, sheets: low, panelScore: panelScoreOf(rubric, Object.values(low)) };
  const weakFor = (audience: LetterCase['audience']) => {
    const blocks = reportFor(audience, poor);
    const at = blocks.findIndex((block) => /report\.(weak|noneWeak)/.test(JSON.stringify(block)));
    return at < 0 ? undefined : JSON.stringify(blocks.slice(at, at + 2));
  };
  expect(weakFor('judges')).toContain(use.zh);
  expect(weakFor('organization')).toBeUndefined();

  // and where nothing else is to be said, no heading stands over nothing
  const bare = { ...after, rubric: { ...rubric, mustHaves: [] } };
  const headings = (audience: LetterCase['audience']) =>
    reportFor(audience, bare).filter((block) => JSON.stringify(block).includes('report.findings')).length;
  expect([headings('judges'), headings('organization')]).toEqual([1, 0]);
});

const pick = (given: Sheet['items'], of: readonly { readonly id: string }[]): Sheet['items'] =>
  Object.fromEntries(Object.entries(given).filter(([id]) => of.some((item) => item.id === id)));
