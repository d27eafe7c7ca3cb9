import { addDays, addMonths, localDate } from '../../calendar.ts';
import { documentsOf, numberOf, rowsOf, textOf, tickedIn } from '../../forms/values.ts';
import { type Refusal, refusal } from '../../refusal.ts';
import { onInput } from '../guards.ts';
import { exitRequirements } from './exit-requirements.ts';
import { evaluationCarriesGraduation, extensionLeft, type IncubationArgs } from './facts.ts';
import { openMilestones } from './milestones.ts';
import { rectificationRequirements } from './rectification-requirements.ts';
import {
  extendedTerm,
  extensionNoticeDays,
  longestPauseMonths,
  midtermEarlyDays,
  mostExtended,
} from './term.ts';

type Answer = Refusal | null | readonly Refusal[];
type Ask = (args: IncubationArgs) => Answer;

const ask = <T extends Record<string, Ask>>(requirements: T): T => requirements;

const today = ({ event }: IncubationArgs): string => localDate(event.at, event.calendar);

/** The longest pause that may begin today, by its last day. */
const lastPauseDay = (args: IncubationArgs): string => addMonths(today(args), longestPauseMonths);

/** The questions that the incubation's guards ask, each answering with what is missing. */
export const incubationRequirements = ask({
  baselineGiven: onInput(({ event }: IncubationArgs) =>
    documentsOf(event.input, 'baselineDocument').length > 0 ? null : refusal('incubation.baselineMissing'),
  ),
  planSigned: onInput(({ event }: IncubationArgs) => {
    const milestones = rowsOf(event.input, 'milestones');
    if (milestones.length === 0) return refusal('incubation.milestonesMissing');
    const months = numberOf(event.input, 'termMonths') ?? 0;
    if (milestones.some((m) => Number(m.month) > months))
      return refusal('incubation.milestoneBeyondTerm', { months });
    return tickedIn(event.input, 'planSigned') && documentsOf(event.input, 'planDocument').length > 0
      ? null
      : refusal('incubation.planUnsigned');
  }),
  mentorsExist: ({ event }) =>
    (event.observed.mentors ?? []).some((m) => !m.conflict) ? null : refusal('incubation.noMentor'),
  mentorChosen: onInput(({ event }: IncubationArgs) => {
    const mentor = event.observed.mentors?.find((m) => m.personId === textOf(event.input, 'mentor'));
    if (mentor === undefined) return refusal('incubation.mentorMissing');
    return mentor.conflict ? refusal('incubation.mentorInConflict', { name: mentor.name }) : null;
  }),
  mentorIsAnother: onInput(({ context, event }: IncubationArgs) =>
    context.mentor === null || context.mentor.personId !== textOf(event.input, 'mentor')
      ? null
      : refusal('incubation.mentorAlready', { name: context.mentor.name }),
  ),
  milestoneOpen: ({ context, event }) => {
    const open = openMilestones(context);
    if (open.length === 0) return refusal('incubation.noMilestoneOpen');
    if (event.preview) return null;
    return open.some((m) => m.key === textOf(event.input, 'milestone'))
      ? null
      : refusal('incubation.milestoneReached');
  },
  reachedByToday: onInput((args: IncubationArgs) =>
    textOf(args.event.input, 'on') <= today(args) ? null : refusal('incubation.reachedAhead'),
  ),
  seatSettled: onInput(({ context, event }: IncubationArgs) =>
    context.residency === 'virtual' || tickedIn(event.input, 'seatHandedOver')
      ? null
      : refusal('incubation.seatNotHandedOver'),
  ),
  termWithinCap: onInput(({ context, event }: IncubationArgs) => {
    const months = numberOf(event.input, 'termMonths') ?? 0;
    return months >= 1 && months <= context.settings.termCap
      ? null
      : refusal('incubation.termBeyondCap', { cap: context.settings.termCap });
  }),

  midtermNotHeld: ({ context }) => (context.midterm === null ? null : refusal('incubation.midtermHeld')),
  midtermWindowOpen: (args) => {
    const halfway = args.context.term?.halfwayOn;
    if (halfway === undefined) return refusal('incubation.noTerm');
    const from = addDays(halfway, -midtermEarlyDays);
    return today(args) >= from ? null : refusal('incubation.midtermTooEarly', { from });
  },
  finalWindowOpen: ({ context, event }) => {
    const lead = context.deadlines.finalLead;
    if (lead === undefined) return refusal('incubation.noTerm');
    return lead.held || lead.due <= event.at
      ? null
      : refusal('incubation.finalTooEarly', { from: localDate(lead.due, event.calendar) });
  },
  noEvaluationOpen: ({ event }) =>
    (event.observed.openEvaluations ?? 0) === 0 ? null : refusal('incubation.evaluationOpen'),
  // What an evaluation says is asked again here: a mark of the program holds whatever the evaluation's rubric was.
  midtermMarkMet: ({ context, event }) =>
    event.input.participated === true &&
    (numberOf(event.input, 'score') ?? 0) >= context.settings.midtermPass * 100
      ? null
      : refusal('incubation.belowMidtermPass', { pass: context.settings.midtermPass }),
  graduationMarkMet: ({ context, event }) => {
    const parts: Refusal[] = [];
    if (
      event.input.participated !== true ||
      (numberOf(event.input, 'score') ?? 0) < context.settings.graduationPass * 100
    )
      parts.push(refusal('incubation.belowGraduationPass', { pass: context.settings.graduationPass }));
    if (event.input.mustHavesMet !== true) parts.push(refusal('incubation.mustHaveMissing'));
    return parts;
  },
  evaluationStands: ({ context }) =>
    evaluationCarriesGraduation(context) ? null : refusal('incubation.graduationWithoutEvaluation'),

  pauseNotUsed: ({ context }) => (context.pauses.length === 0 ? null : refusal('incubation.pauseUsed')),
  pauseNotAsked: ({ context }) =>
    context.pauseAsked === null ? null : refusal('incubation.pauseAskedAlready'),
  pauseWasAsked: ({ context }) => (context.pauseAsked === null ? refusal('incubation.pauseNotAsked') : null),
  pauseEndsInTime: onInput((args: IncubationArgs) => {
    const until = textOf(args.event.input, 'until');
    const last = lastPauseDay(args);
    return until > today(args) && until <= last
      ? null
      : refusal('incubation.pauseTooLong', { months: longestPauseMonths, last });
  }),

  askedEarlyEnough: (args) => {
    const endsOn = args.context.term?.endsOn;
    if (endsOn === undefined) return refusal('incubation.noTerm');
    const last = addDays(endsOn, -extensionNoticeDays);
    return today(args) <= last
      ? null
      : refusal('incubation.extensionTooLate', { days: extensionNoticeDays, last });
  },
  noneExtended: ({ context }) => (context.extensions === 0 ? null : refusal('incubation.alreadyExtended')),
  nothingToRectify: ({ context }) =>
    context.proposal === null ? null : refusal('incubation.rectificationProposed'),
  extensionIsLeft: ({ context }) =>
    extensionLeft(context)
      ? null
      : refusal('incubation.noExtensionLeft', {
          most: context.settings.maxExtensions,
          cap: context.settings.termCap,
        }),
  monthsWithinCap: onInput(({ context, event }: IncubationArgs) => {
    const months = numberOf(event.input, 'months') ?? 0;
    const left = mostExtended(context);
    return months >= 1 && months <= left
      ? null
      : refusal('incubation.extensionBeyondCap', { most: left, cap: context.settings.termCap });
  }),
  goalsWritten: onInput((args: IncubationArgs) => {
    const { context, event } = args;
    const milestones = rowsOf(event.input, 'milestones');
    if (textOf(event.input, 'goals').trim().length < 10 || milestones.length === 0)
      return refusal('incubation.goalsMissing');
    if (context.term === null) return null;
    const months = numberOf(event.input, 'months') ?? 0;
    const { endsOn } = extendedTerm(context.term, months, today(args));
    return milestones.some((m) => addMonths(today(args), Number(m.month)) > endsOn)
      ? { ...refusal('incubation.milestoneBeyondExtension', { last: endsOn }), field: 'milestones' }
      : null;
  }),
  ...rectificationRequirements,
  ...exitRequirements,
});
