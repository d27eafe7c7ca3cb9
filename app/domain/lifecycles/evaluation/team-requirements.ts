import { addWorkingDays, localDate } from '../../calendar.ts';
import { listOf, textOf } from '../../forms/values.ts';
import { type Refusal, refusal } from '../../refusal.ts';
import type { Rubric } from '../../rubrics.ts';
import { validateRubric } from '../../rubrics.ts';
import { onInput } from '../guards.ts';
import {
  challengeable,
  type EvaluationArgs,
  leadAssessor,
  recusalsAsked,
  sittingAssessors,
  vacantSeats,
  withOpenSheet,
} from './facts.ts';
import { rubricsFor } from './marks.ts';

/** The fewest assessors that may judge an organization. */
export const fewestAssessors = 3;

/** The rubric that an announcement goes by: the kind's own, or the one chosen for a special evaluation. */
export function chosenRubric({ context, event }: EvaluationArgs): Rubric | undefined {
  const allowed = rubricsFor(context.kind);
  const id = allowed.length === 1 ? allowed[0] : textOf(event.input, 'rubric');
  return event.observed.rubrics?.find((r) => r.id === id);
}

const isAssessor = ({ context, event }: EvaluationArgs): boolean =>
  context.assessors.some((a) => a.personId === event.by.personId && a.stage !== 'replaced');

/** Who sits on the team, and that it is fit to judge. */
export const teamRequirements = {
  rubricIsSound: (args: EvaluationArgs): Refusal | null => {
    const rubrics = args.event.observed.rubrics ?? [];
    if (rubrics.length === 0) return refusal('evaluation.noRubric');
    if (args.event.preview) return null;
    const rubric = chosenRubric(args);
    if (rubric === undefined) return refusal('evaluation.noRubric');
    if (rubric.max !== 100) return refusal('evaluation.rubricScale', { max: rubric.max });
    return validateRubric(rubric).length === 0 ? null : refusal('evaluation.rubricUnsound');
  },
  teamIsSound: onInput(({ context, event }: EvaluationArgs): readonly Refusal[] => {
    const chosen = listOf(event.input, 'assessors');
    const candidates = event.observed.assessorCandidates ?? [];
    const known = chosen.flatMap((id) => candidates.find((c) => c.personId === id) ?? []);
    const parts: Refusal[] = [];
    if (chosen.length < fewestAssessors)
      parts.push(refusal('evaluation.tooFewAssessors', { count: chosen.length, least: fewestAssessors }));
    if (known.length < chosen.length) parts.push(refusal('evaluation.notACandidate'));
    for (const person of known) {
      if (person.conflict) parts.push(refusal('evaluation.assessorInConflict', { name: person.name }));
      if (person.personId === context.responsibleId || person.personId === event.by.personId)
        parts.push(refusal('evaluation.assessorManages', { name: person.name }));
    }
    if (!listOf(event.input, 'readsAccounts').some((id) => chosen.includes(id)))
      parts.push(refusal('evaluation.nobodyReadsAccounts'));
    if (!chosen.includes(textOf(event.input, 'leadAssessor')))
      parts.push(refusal('evaluation.leadNotOnTeam'));
    return parts;
  }),
  visitAnnouncedInTime: onInput(({ context, event }: EvaluationArgs): Refusal | null => {
    const days = context.settings.visitNoticeDays;
    const earliest = addWorkingDays(event.calendar, localDate(event.at, event.calendar), days);
    return textOf(event.input, 'visitOn') >= earliest
      ? null
      : refusal('evaluation.visitTooSoon', { days, earliest });
  }),
  seatIsMineAndUndeclared: ({ context, event }: EvaluationArgs): Refusal | null =>
    context.assessors.some((a) => a.personId === event.by.personId && a.stage === 'named')
      ? null
      : refusal('evaluation.alreadyDeclared'),
  somebodyCanStepBack: ({ context, event }: EvaluationArgs): Refusal | null => {
    const open = withOpenSheet(context);
    if (event.by.role === 'assessor')
      return open.some((a) => a.personId === event.by.personId) ? null : refusal('evaluation.sheetLocked');
    if (event.preview) return open.length > 0 ? null : refusal('evaluation.sheetLocked');
    return open.some((a) => a.personId === textOf(event.input, 'member'))
      ? null
      : refusal('evaluation.sheetLocked');
  },
  namesShownLately: ({ context, event }: EvaluationArgs): Refusal | null => {
    const open = challengeable(context, event);
    if (event.preview) return open.length > 0 ? null : refusal('evaluation.recusalWindowOver');
    return open.some((a) => a.personId === textOf(event.input, 'member'))
      ? null
      : refusal('evaluation.recusalWindowOver');
  },
  recusalWasAsked: ({ context, event }: EvaluationArgs): Refusal | null => {
    const asked = recusalsAsked(context);
    const named = event.preview || asked.some((a) => a.personId === textOf(event.input, 'member'));
    return asked.length > 0 && named ? null : refusal('evaluation.noRecusalAsked');
  },
  recusalsAnswered: ({ context }: EvaluationArgs): Refusal | null =>
    recusalsAsked(context).length === 0 ? null : refusal('evaluation.recusalUnanswered'),
  seatToFill: ({ context, event }: EvaluationArgs): Refusal | null => {
    const open = [...vacantSeats(context), ...withOpenSheet(context)];
    if (event.preview) return open.length > 0 ? null : refusal('evaluation.noSeatToFill');
    return open.some((a) => a.personId === textOf(event.input, 'member'))
      ? null
      : refusal('evaluation.noSeatToFill');
  },
  replacementIsSound: onInput(({ context, event }: EvaluationArgs): Refusal | null => {
    const joining = event.observed.assessorCandidates?.find(
      (c) => c.personId === textOf(event.input, 'replacement'),
    );
    if (joining === undefined || context.assessors.some((a) => a.personId === joining.personId))
      return refusal('evaluation.notACandidate');
    if (joining.conflict) return refusal('evaluation.assessorInConflict', { name: joining.name });
    if (joining.personId === context.responsibleId || joining.personId === event.by.personId)
      return refusal('evaluation.assessorManages', { name: joining.name });
    const others = sittingAssessors(context).filter((a) => a.personId !== textOf(event.input, 'member'));
    return event.input.readsAccounts === true || others.some((a) => a.readsAccounts)
      ? null
      : refusal('evaluation.nobodyReadsAccounts');
  }),
  notAssessor: (args: EvaluationArgs): Refusal | null =>
    isAssessor(args) ? refusal('evaluation.youAreAnAssessor') : null,
  seatIsMineAndDeclared: ({ context, event }: EvaluationArgs): Refusal | null =>
    sittingAssessors(context).some((a) => a.personId === event.by.personId && a.stage === 'declared')
      ? null
      : refusal('evaluation.declareFirst'),
  isLeadAssessor: ({ context, event }: EvaluationArgs): Refusal | null =>
    leadAssessor(context)?.personId === event.by.personId
      ? null
      : refusal('evaluation.leadAssessorOnly', { name: leadAssessor(context)?.name ?? '' }),
};
