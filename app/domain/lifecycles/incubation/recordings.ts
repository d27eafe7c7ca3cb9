import { addMonths, daysBetween, endOfDay, localDate } from '../../calendar.ts';
import { documentsOf, groupOf, numberOf, rowsOf, textOf } from '../../forms/values.ts';
import { deadline, fixedDeadline, settingDeadlines } from '../deadlines.ts';
import { exitRecordings } from './exit-recordings.ts';
import type {
  EvaluationOutcome,
  IncubationArgs,
  IncubationContext,
  Milestone,
  Plan,
  Service,
} from './facts.ts';
import { plansWithReached } from './milestones.ts';
import { rectificationRecordings } from './rectification-recordings.ts';
import {
  clocksGoingOn,
  extendedTerm,
  stoppedClocks,
  termDeadlines,
  termMovedBy,
  termOfMonths,
} from './term.ts';

type Recording = (args: IncubationArgs) => Partial<IncubationContext>;

const outcomeIn = ({ event }: IncubationArgs): EvaluationOutcome => ({
  evaluationId: textOf(event.input, 'evaluationId'),
  score: numberOf(event.input, 'score') ?? 0,
  mustHavesMet: event.input.mustHavesMet === true,
  participated: event.input.participated === true,
});

/** The plan of a form; its months count from the day on which it is laid down. */
function planIn({ event }: IncubationArgs): Plan {
  const today = localDate(event.at, event.calendar);
  return {
    at: event.at,
    goals: textOf(event.input, 'goals') || null,
    milestones: rowsOf(event.input, 'milestones').map(
      (row): Milestone => ({
        goal: String(row.goal ?? ''),
        indicator: String(row.indicator ?? ''),
        dueOn: addMonths(today, Number(row.month ?? 0)),
      }),
    ),
    documents: documentsOf(event.input, 'planDocument'),
  };
}

/** What an incubation remembers of each event. Pure: from what was known and what happened to what is known. */
export const incubationRecordings = {
  startTerm: (args) => {
    const { context, event } = args;
    const months = numberOf(event.input, 'termMonths') ?? context.termMonths;
    const term = termOfMonths(localDate(event.at, event.calendar), months);
    const mentorId = textOf(event.input, 'mentor');
    const name = event.observed.mentors?.find((m) => m.personId === mentorId)?.name ?? '';
    return {
      term,
      termMonths: months,
      mentor: { personId: mentorId, name },
      baseline: {
        ...groupOf(event.input, 'baseline'),
        documents: documentsOf(event.input, 'baselineDocument'),
      },
      plans: [planIn(args)],
      ...settingDeadlines(context, {
        onboardingDays: undefined,
        ...termDeadlines(event.calendar, event.at, term, context.settings),
      }),
    };
  },
  changeMentor: ({ event }) => {
    const personId = textOf(event.input, 'mentor');
    const name = event.observed.mentors?.find((m) => m.personId === personId)?.name ?? '';
    return { mentor: { personId, name } };
  },
  reachMilestone: (args) => ({ plans: plansWithReached(args) }),
  addService: ({ context, event }) => {
    const service: Service = {
      kind: textOf(event.input, 'service') as Service['kind'],
      on: textOf(event.input, 'on'),
      hours: numberOf(event.input, 'hours') ?? 0,
      note: textOf(event.input, 'note'),
      documents: documentsOf(event.input, 'documents'),
      by: event.by.personId,
    };
    return { services: [...context.services, service] };
  },

  keepMidterm: (args) => ({
    midterm: outcomeIn(args),
    ...settingDeadlines(args.context, { midterm: undefined }),
  }),
  /** A mid-term that was called off is held later: its clock starts anew, or it would open again at once. */
  putOffMidterm: ({ context, event }) => {
    const again = deadline(event.calendar, event.at, context.settings.midtermLateDays, 'd');
    const set = context.deadlines.midterm;
    return settingDeadlines(context, {
      midterm: set !== undefined && !set.held && set.due > again.due ? set : again,
    });
  },
  keepFinal: (args) => ({ final: outcomeIn(args) }),
  keepCertificate: ({ event }) => ({ certificate: textOf(event.input, 'certificate') || null }),

  askPause: ({ event }) => ({
    pauseAsked: { until: textOf(event.input, 'until'), reason: textOf(event.input, 'reason') },
  }),
  dropPause: () => ({ pauseAsked: null }),
  startPause: ({ context, event }) => {
    const until = textOf(event.input, 'until');
    return {
      pauseAsked: null,
      pauses: [...context.pauses, { from: localDate(event.at, event.calendar), until, endedOn: null }],
      stopped: stoppedClocks(event.calendar, event.at, context.deadlines),
      ...settingDeadlines(context, {
        midterm: undefined,
        finalLead: undefined,
        termEnd: undefined,
        pauseEnd: fixedDeadline(endOfDay(until, event.calendar), event.at),
      }),
    };
  },
  endPause: ({ context, event }) => {
    const today = localDate(event.at, event.calendar);
    const pause = context.pauses.at(-1);
    const days = pause === undefined ? 0 : daysBetween(pause.from, today);
    return {
      stopped: {},
      term: context.term === null ? null : termMovedBy(context.term, days),
      pauses: context.pauses.map((p) => (p === pause ? { ...p, endedOn: today } : p)),
      ...settingDeadlines(context, {
        pauseEnd: undefined,
        ...clocksGoingOn(event.calendar, event.at, context.stopped),
      }),
    };
  },

  askExtension: ({ event }) => ({
    extensionFor: 'asked',
    extensionMonths: numberOf(event.input, 'months'),
  }),
  extensionAfterEvaluation: () => ({ extensionFor: 'evaluation', extensionMonths: null }),
  extensionAfterGraduation: () => ({ extensionFor: 'graduation', extensionMonths: null }),
  startExtensionReview: ({ context, event }) =>
    settingDeadlines(context, {
      extensionReviewDays: deadline(event.calendar, event.at, context.settings.extensionReviewDays, 'wd'),
    }),
  endExtensionReview: ({ context }) => settingDeadlines(context, { extensionReviewDays: undefined }),
  extend: (args) => {
    const { context, event } = args;
    if (context.term === null) return {};
    const today = localDate(event.at, event.calendar);
    const term = extendedTerm(context.term, numberOf(event.input, 'months') ?? 0, today);
    const clocks = termDeadlines(event.calendar, event.at, term, context.settings);
    // A final evaluation of a short extension is due at once, but never before the extension itself.
    const earliest = fixedDeadline(endOfDay(today, event.calendar), event.at);
    return {
      term,
      extensions: context.extensions + 1,
      plans: [...context.plans, planIn(args)],
      final: null,
      ...settingDeadlines(context, {
        ...(context.extensionFor === 'asked' ? {} : { midterm: undefined }),
        finalLead: clocks.finalLead.due < earliest.due ? earliest : clocks.finalLead,
        termEnd: clocks.termEnd,
      }),
    };
  },
  forgetExtension: () => ({ extensionFor: null, extensionMonths: null }),

  restartOnboarding: ({ context, event }) =>
    settingDeadlines(context, {
      onboardingDays: deadline(event.calendar, event.at, context.settings.onboardingDays, 'd'),
    }),
  handOver: ({ event }) => ({ responsibleId: textOf(event.input, 'manager') || null }),
  ...rectificationRecordings,
  ...exitRecordings,
} satisfies Record<string, Recording>;
