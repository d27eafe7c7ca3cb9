import type { DocumentRef, Field, Values } from '../../forms/field.ts';
import { documentsOf } from '../../forms/values.ts';
import { compare, ZERO } from '../../fraction.ts';
import { type FieldRefusal, refusal } from '../../refusal.ts';
import { exactItemPoints, type Rubric, type RubricDimension } from '../../rubrics.ts';
import { checkSheet, type Sheet } from '../../scoring.ts';
import { scoreFields, sheetFromInput } from '../score-sheet.ts';
import type { EvaluationContext } from './facts.ts';

/** Marks the sheet of an organization that scored itself; it is no assessor's and counts for no score. */
const itself = 'self';

/** The questions of a self-assessment (自评): the rubric's items, evidence for each dimension, the must-haves. */
export function selfAssessmentFields(context: EvaluationContext): readonly Field[] {
  const rubric = context.rubric;
  if (rubric === null) return [];
  const bare = { ...rubric, mustHaves: [], vetoes: [] };
  delete (bare as { bonusUpTo?: number }).bonusUpTo;
  const dimensions = rubric.dimensions.flatMap((dimension) => [
    ...scoreFields({ ...bare, dimensions: [dimension] }).map(asOwnNote),
    evidenceField(dimension, (context.evidence[dimension.id] ?? []).length),
  ]);
  return [...dimensions, ...scoreFields({ ...bare, dimensions: [], mustHaves: rubric.mustHaves })];
}

/** What assessors must justify, an organization may explain. */
const asOwnNote = (field: Field): Field =>
  field.name.endsWith('.comment')
    ? { ...field, label: { key: 'sheet.ownNote' }, hint: { key: 'sheet.ownNote.hint' } }
    : field;

const evidenceField = (dimension: RubricDimension, before: number): Field => ({
  kind: 'files',
  name: `evidence.${dimension.id}`,
  label: { zh: `佐证材料：${dimension.zh}`, en: `Evidence: ${dimension.en}` },
  hint: { key: 'evaluation.evidence.hint', params: { before } },
  max: 20,
  optional: true,
  unmarked: true,
});

/** The sheet that a filled self-assessment comes to. */
export const selfAssessmentFrom = (rubric: Rubric, input: Values): Sheet => ({
  ...sheetFromInput(rubric, itself, input),
  locked: true,
});

/** The evidence of every submission so far, with what this one brings. */
export const evidenceWith = (
  rubric: Rubric,
  before: EvaluationContext['evidence'],
  input: Values,
): Readonly<Record<string, readonly DocumentRef[]>> =>
  Object.fromEntries(
    rubric.dimensions.map((d) => [
      d.id,
      [...(before[d.id] ?? []), ...documentsOf(input, `evidence.${d.id}`)],
    ]),
  );

/** What keeps a self-assessment from being submitted: an item without a score, or a dimension scored without evidence. */
export function selfAssessmentRefusals(context: EvaluationContext, input: Values): readonly FieldRefusal[] {
  const rubric = context.rubric;
  if (rubric === null) return [];
  const sheet = selfAssessmentFrom(rubric, input);
  const evidence = evidenceWith(rubric, context.evidence, input);
  return [
    ...checkSheet(rubric, sheet, { commentBelowShare: 0 }),
    ...rubric.dimensions
      .filter((d) => (evidence[d.id] ?? []).length === 0 && claimsPoints(d, sheet))
      .map((d) => ({ ...refusal('evaluation.evidenceMissing'), field: `evidence.${d.id}` })),
  ];
}

const claimsPoints = (dimension: RubricDimension, sheet: Sheet): boolean =>
  dimension.items.some((item) => {
    const answer = sheet.items[item.id]?.answer;
    if (answer === undefined) return false;
    const points = exactItemPoints(item.rule, item.max, answer);
    return points.ok && points.value !== null && compare(points.value, ZERO) > 0;
  });
