import { expect, test } from 'vitest';
import { selfAssessmentFields } from '#app/domain/lifecycles/evaluation/self-assessment.ts';
import { scoreFields } from '#app/domain/lifecycles/score-sheet.ts';
import { shipped } from './score-sheets.ts';

const rubric = shipped('graduation');
const fields = selfAssessmentFields({ rubric, evidence: {} } as never);

test('nothing that is asked for in the end is marked as optional', () => {
  const marked = fields.filter((f) => f.optional && !f.unmarked).map((f) => f.name);
  expect(marked.filter((name) => !name.startsWith('items.'))).toEqual([]);
});

test('an organization is not told to justify low points, as an assessor is', () => {
  const hintsOf = (all: typeof fields) =>
    new Set(all.filter((f) => f.name.endsWith('.comment')).map((f) => (f.hint as { key: string }).key));
  expect([...hintsOf(scoreFields(rubric))]).toEqual(['sheet.comment.hint']);
  expect([...hintsOf(fields)]).toEqual(['sheet.ownNote.hint']);
});

test('"none of these" stands only where no step gives nothing', () => {
  for (const field of scoreFields(rubric)) {
    if (field.kind !== 'choice') continue;
    const zh = field.options.map((o) => ('zh' in o.label ? o.label.zh : ''));
    expect(field.options.some((o) => o.value === 'none')).toBe(!zh.some((label) => label.endsWith('= 0 分')));
  }
});
