import { documentsOf, listOf, numberOf, textOf } from '../../forms/values.ts';
import { deadline, settingDeadlines } from '../deadlines.ts';
import { noticeRecordings } from '../objections.ts';
import {
  type GraduationArgs,
  type GraduationContext,
  type StatedFact,
  type StatedLine,
  type VisitMonth,
  visitMonths,
} from './facts.ts';
import { factsGiven } from './stated-facts.ts';

type Recording = (args: GraduationArgs) => Partial<GraduationContext>;

/** How long a follow-up visit that has fallen due may take before the desk shows it as overdue (our default). */
const visitWithinMonths = 1;

/** What a graduation remembers of each event. Pure: from what was known and what happened to what is known. */
export const graduationRecordings = {
  ...noticeRecordings,

  takeApplication: ({ context, event }) => ({
    number: context.number ?? event.observed.graduationNumber ?? null,
    report: documentsOf(event.input, 'report'),
    plan: documentsOf(event.input, 'plan'),
    verifiedBy: null,
    failedBy: {},
    failedLines: [],
    ...settingDeadlines(context, { graduationApplyDays: undefined }),
  }),
  recordFacts: ({ context, event }) => {
    const facts: Partial<Record<StatedLine, StatedFact>> = { ...context.facts };
    for (const given of factsGiven(context, event.input)) {
      const before = facts[given.line];
      const value = given.value ?? before?.value;
      if (value === undefined) continue;
      facts[given.line] = {
        value,
        documents: [...(before?.documents ?? []), ...given.documents],
        by: event.by.name,
        role: event.by.role,
        at: event.at,
      };
    }
    return { facts };
  },
  takeOn: ({ event }) => ({ responsibleId: event.by.personId }),
  recordVerification: ({ event }) => ({ verifiedBy: event.by.personId, failedBy: {}, failedLines: [] }),
  recordReturn: ({ context, event }) => ({
    failedBy: {},
    failedLines: [],
    returns: [
      ...context.returns,
      {
        by: event.by.role === 'supervisor' ? ('supervisor' as const) : ('manager' as const),
        lines: listOf(event.input, 'lines'),
        reason: textOf(event.input, 'reason'),
        at: event.at,
      },
    ],
    ...settingDeadlines(context, {
      graduationApplyDays: deadline(event.calendar, event.at, context.settings.graduationApplyDays, 'wd'),
    }),
  }),
  recordFailure: ({ context, event }) => ({
    failedBy: { ...context.failedBy, [event.by.role]: event.by.personId ?? '' },
    failedLines: [...new Set([...context.failedLines, ...listOf(event.input, 'lines')])],
  }),
  stopNotice: ({ context }) => settingDeadlines(context, { noticeDays: undefined, objectionDays: undefined }),
  recordHandover: ({ context, event }) => ({
    handedOverBy: { ...context.handedOverBy, [event.by.role]: event.by.personId ?? '' },
  }),
  certify: ({ context, event }) => ({
    certificate: event.observed.certificateNumber ?? null,
    visits: visitMonths.map((month) => ({ month, stage: 'ahead' as const, found: null })),
    ...settingDeadlines(
      context,
      Object.fromEntries(visitMonths.map((m) => [`visit${m}`, deadline(event.calendar, event.at, m, 'm')])),
    ),
  }),
  visit3FallsDue: (args) => fallsDue(args, 3),
  visit6FallsDue: (args) => fallsDue(args, 6),
  visit12FallsDue: (args) => fallsDue(args, 12),
  recordVisit: ({ context, event }) => {
    const month = Number(textOf(event.input, 'month'));
    const alive = event.input.alive === true;
    const visits = context.visits.map((v) =>
      v.month === month
        ? {
            ...v,
            stage: 'done' as const,
            found: {
              on: textOf(event.input, 'on'),
              alive,
              people: numberOf(event.input, 'people') ?? 0,
              income: numberOf(event.input, 'income') ?? 0,
              projects: numberOf(event.input, 'projects') ?? 0,
              rating: textOf(event.input, 'rating'),
              note: textOf(event.input, 'note'),
            },
          }
        : v,
    );
    return {
      visits,
      dissolved: context.dissolved || !alive,
      ...settingDeadlines(context, {
        ...(visits.some((v) => v.stage === 'due') ? {} : { followUp: undefined }),
        // Nobody visits an organization that is no more.
        ...(alive ? {} : { visit3: undefined, visit6: undefined, visit12: undefined }),
      }),
    };
  },
  recordRevocation: ({ context, event }) => ({
    revokedBy: { ...context.revokedBy, [event.by.role]: event.by.personId ?? '' },
  }),
  handOver: ({ event }) => ({ responsibleId: textOf(event.input, 'manager') || null }),
} satisfies Record<string, Recording>;

const fallsDue = ({ context, event }: GraduationArgs, month: VisitMonth): Partial<GraduationContext> => ({
  visits: context.visits.map((v) =>
    v.month === month && v.stage === 'ahead' ? { ...v, stage: 'due' as const } : v,
  ),
  ...settingDeadlines(context, {
    [`visit${month}`]: undefined,
    followUp: context.deadlines.followUp ?? deadline(event.calendar, event.at, visitWithinMonths, 'm'),
  }),
});
