import { localDate } from '../../calendar.ts';
import { listOf, numberOf, textOf } from '../../forms/values.ts';
import { type FieldRefusal, type Refusal, refusal } from '../../refusal.ts';
import { scoreWritten } from '../../scoring.ts';
import { onInput } from '../guards.ts';
import { sheetSent } from '../score-events.ts';
import { sheetRefusals } from '../score-sheet.ts';
import { type EvaluationArgs, leadAssessor, sittingAssessors, withOpenSheet } from './facts.ts';
import { hundredths, standingScore } from './marks.ts';
import { selfAssessmentRefusals } from './self-assessment.ts';
import { fewestAssessors, teamRequirements } from './team-requirements.ts';

/** The most that the panel may move the score of its sheets, up or down, in hundredths of a point. */
export const mostAdjusted = 500;

/** The change that an adjustment asks for, in hundredths of a point; null when it is finer than that. */
export function askedChange({ event }: EvaluationArgs): number | null {
  const points = hundredths(numberOf(event.input, 'points') ?? 0);
  return points === null ? null : textOf(event.input, 'direction') === 'down' ? -points : points;
}

/** The disputed must-haves that an adjustment settles, with what it settles them to. */
export const settledMustHaves = ({ context, event }: EvaluationArgs): Readonly<Record<string, boolean>> =>
  Object.fromEntries(
    context.disputed.flatMap((id) => {
      const said = event.input[`mustHave.${id}`];
      return typeof said === 'boolean' ? [[id, said]] : [];
    }),
  );

/** The assessors who agree to an adjustment, the lead who asks for it among them. */
export const agreeingTo = ({ context, event }: EvaluationArgs): readonly string[] => {
  const said = [...listOf(event.input, 'agreeing'), leadAssessor(context)?.personId ?? ''];
  return sittingAssessors(context)
    .map((a) => a.personId)
    .filter((id) => said.includes(id));
};

const withinScale = ({ context }: EvaluationArgs, score: number): boolean =>
  score >= 0 && score <= ((context.rubric?.max ?? 100) + (context.rubric?.bonusUpTo ?? 0)) * 100;

/** The questions that the evaluation's guards ask, each answering with what is missing. */
export const evaluationRequirements = {
  ...teamRequirements,

  notExtendedYet: ({ context }: EvaluationArgs): Refusal | null => {
    if (context.returned !== null)
      return refusal('evaluation.returnedDateStands', { dueOn: context.returned.dueOn });
    return context.selfAssessmentExtended ? refusal('evaluation.extendedOnce') : null;
  },
  neverReturned: ({ context }: EvaluationArgs): Refusal | null =>
    context.returned === null ? null : refusal('evaluation.materialReturned'),
  selfAssessmentIsWhole: onInput(({ context, event }: EvaluationArgs): readonly FieldRefusal[] =>
    selfAssessmentRefusals(context, event.input),
  ),
  returnsLeft: ({ context }: EvaluationArgs): Refusal | null =>
    context.returned === null ? null : refusal('evaluation.returnedOnce'),
  newDateIsAhead: onInput(({ event }: EvaluationArgs): Refusal | null => {
    const dueOn = textOf(event.input, 'dueOn');
    return dueOn === '' || dueOn > localDate(event.at, event.calendar)
      ? null
      : refusal('evaluation.dateNotAhead');
  }),
  deskAllowed: ({ context }: EvaluationArgs): Refusal | null =>
    context.kind === 'midterm' && context.deskOnlyAllowed ? null : refusal('evaluation.visitNeeded'),
  visitHasBeen: onInput(({ event }: EvaluationArgs): Refusal | null =>
    textOf(event.input, 'on') <= localDate(event.at, event.calendar)
      ? null
      : refusal('evaluation.visitAhead'),
  ),

  ownSheetOpen: ({ context, event }: EvaluationArgs): Refusal | null =>
    event.by.personId !== null && context.sheets[event.by.personId]?.locked
      ? refusal('evaluation.sheetLocked')
      : null,
  sheetIsGood: onInput(({ context, event }: EvaluationArgs): Refusal | null | readonly Refusal[] =>
    context.rubric === null || event.by.personId === null
      ? refusal('evaluation.declareFirst')
      : sheetRefusals(context.rubric, sheetSent(context.rubric, event.by.personId, event)),
  ),
  allSheetsLocked: ({ context }: EvaluationArgs): readonly Refusal[] => {
    const team = sittingAssessors(context);
    const open = withOpenSheet(context);
    const parts: Refusal[] = [];
    if (open.length > 0) parts.push(refusal('evaluation.sheetsOpen', { count: open.length }));
    if (team.length < fewestAssessors)
      parts.push(refusal('evaluation.tooFewAssessors', { count: team.length, least: fewestAssessors }));
    if (!team.some((a) => a.readsAccounts)) parts.push(refusal('evaluation.nobodyReadsAccounts'));
    return parts;
  },

  adjustmentIsSmall: onInput((args: EvaluationArgs): Refusal | null => {
    const change = askedChange(args);
    if (change === null) return refusal('evaluation.tooFine');
    if (change === 0 && Object.keys(settledMustHaves(args)).length === 0)
      return refusal('evaluation.nothingAdjusted');
    const after = standingScore(args.context) + change;
    const moved = after - (args.context.panelScore?.hundredths ?? 0);
    return Math.abs(moved) <= mostAdjusted && withinScale(args, after)
      ? null
      : refusal('evaluation.adjustedTooFar', { most: mostAdjusted / 100 });
  }),
  majorityAgrees: onInput((args: EvaluationArgs): Refusal | null => {
    const team = sittingAssessors(args.context).length;
    const agreeing = agreeingTo(args).length;
    return agreeing * 2 > team ? null : refusal('evaluation.noMajority', { agreeing, team });
  }),
  spreadDiscussed: onInput(({ context, event }: EvaluationArgs): Refusal | null =>
    context.panelScore?.spreadFlagged && textOf(event.input, 'discussion').trim() === ''
      ? refusal('evaluation.spreadNotDiscussed', {
          spread: scoreWritten(context.panelScore.spread),
        })
      : null,
  ),

  itemsLeftToAppeal: ({ context, event }: EvaluationArgs): Refusal | null => {
    const before = new Set(context.appeals.flatMap((a) => a.items));
    const known = appealable({ context });
    if (event.preview) return known.some((id) => !before.has(id)) ? null : refusal('evaluation.appealedOnce');
    const asked = listOf(event.input, 'items');
    if (asked.length === 0 || asked.some((id) => !known.includes(id)))
      return refusal('evaluation.nothingAppealed');
    return asked.some((id) => before.has(id)) ? refusal('evaluation.appealedOnce') : null;
  },
  secondTeamIsFresh: onInput(({ context, event }: EvaluationArgs): readonly Refusal[] => {
    const chosen = listOf(event.input, 'team');
    const candidates = event.observed.assessorCandidates ?? [];
    const parts: Refusal[] = [];
    if (new Set(chosen).size < 2) parts.push(refusal('evaluation.secondTeamTooSmall', { least: 2 }));
    for (const id of chosen) {
      const person = candidates.find((c) => c.personId === id);
      if (person === undefined) parts.push(refusal('evaluation.notACandidate'));
      else if (person.conflict) parts.push(refusal('evaluation.assessorInConflict', { name: person.name }));
      else if (id === context.responsibleId)
        parts.push(refusal('evaluation.assessorManages', { name: person.name }));
      else if (context.assessors.some((a) => a.personId === id))
        parts.push(refusal('evaluation.ofTheFirstTeam', { name: person.name }));
    }
    return parts;
  }),
  revisedScoreFits: onInput((args: EvaluationArgs): Refusal | null => {
    const score = hundredths(numberOf(args.event.input, 'score') ?? Number.NaN);
    return score !== null && withinScale(args, score) ? null : refusal('evaluation.tooFine');
  }),
};

/** What an organization may appeal against: each item of the rubric and each must-have. */
export const appealable = ({ context }: Pick<EvaluationArgs, 'context'>): readonly string[] =>
  context.rubric === null
    ? []
    : [
        ...context.rubric.dimensions.flatMap((d) => d.items.map((item) => item.id)),
        ...context.rubric.mustHaves.map((m) => `mustHave.${m.id}`),
      ];
