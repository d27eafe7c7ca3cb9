import { addDays, daysBetween, dueDate, localDate, workingDaysBetween } from '../../calendar.ts';
import { listOf, textOf } from '../../forms/values.ts';
import { deadline, settingDeadlines } from '../deadlines.ts';
import { answersWith } from './amendment.ts';
import { clocksOnceOverdue, clocksUntilDue, overdueReminders, periodClocks } from './clocks.ts';
import type { Comment, ProgressReportContext, ReportArgs } from './facts.ts';
import { cumulativeAfter } from './figures.ts';
import { reportFieldNames } from './form.ts';

type Recording = (args: ReportArgs) => Partial<ProgressReportContext>;

const today = ({ event }: ReportArgs): string => localDate(event.at, event.calendar);

const withoutClocks = Object.fromEntries(
  [...periodClocks, ...overdueReminders, 'resubmitDays'].map((name) => [name, undefined]),
);

/** The clocks that are struck, with how long there was left to hand in again. */
function stopped({ context, event }: ReportArgs): Partial<ProgressReportContext> {
  const resubmit = context.deadlines.resubmitDays;
  const left =
    resubmit === undefined
      ? context.resubmitLeft
      : workingDaysBetween(
          event.calendar,
          localDate(event.at, event.calendar),
          dueDate(resubmit.due, event.calendar),
        );
  return { resubmitLeft: left, ...settingDeadlines(context, withoutClocks) };
}

/** The clock to hand in what was returned, or what is to be amended; a pause holds it until it is over. */
function startedAnew({ context, event }: ReportArgs): Partial<ProgressReportContext> {
  const days = context.settings.resubmitDays;
  return {
    resubmitLeft: context.pausedOn === null ? null : days,
    ...settingDeadlines(context, {
      reportReadDays: undefined,
      resubmitDays: context.pausedOn === null ? deadline(event.calendar, event.at, days, 'wd') : undefined,
    }),
  };
}

const laterOf = (a: string, b: string): string => (a < b ? b : a);

/** What a report remembers of each event. Pure: from what was known and what happened to what is known. */
export const reportRecordings = {
  save: ({ context, event }) => ({ draft: answersWith(context, event.input), savedAt: event.at }),
  keepVersion: ({ context, event }) => ({
    resubmitLeft: null,
    versions: [
      ...context.versions,
      {
        number: context.versions.length + 1,
        at: event.at,
        by: event.by.personId,
        hash: event.observed.draftHash ?? '',
        values: context.draft,
      },
    ],
    ...settingDeadlines(context, {
      ...withoutClocks,
      reportReadDays: deadline(event.calendar, event.at, context.settings.reportReadDays, 'wd'),
    }),
  }),
  answerComments: ({ context, event }) => ({
    comments: context.comments.map((c): Comment => {
      const answer = textOf(event.input, `answer.${c.field}`).trim();
      return answer === '' ? c : { ...c, answer };
    }),
  }),
  countDaysLate: (args) => ({
    daysLate:
      args.context.daysLate +
      (args.context.overdueSince === null ? 0 : daysBetween(args.context.overdueSince, today(args))),
    overdueSince: null,
  }),
  startOverdue: ({ context, event }) => {
    const lastDay = dueDate(event.at, event.calendar);
    return {
      overdueSince: lastDay,
      ...settingDeadlines(context, {
        ...withoutClocks,
        ...clocksOnceOverdue(event.calendar, event.at, lastDay),
      }),
    };
  },
  comment: ({ context, event }) => ({
    rounds: context.rounds + 1,
    comments: reportFieldNames.flatMap((field): Comment[] => {
      const text = textOf(event.input, `comment.${field}`).trim();
      return text === '' ? [] : [{ field, text, answer: null }];
    }),
  }),
  startResubmission: startedAnew,
  rollUp: ({ context, event }) => ({
    acceptedAt: event.at,
    cumulative: cumulativeAfter(event.observed.previous ?? null, context.draft),
  }),
  waiveForPause: () => ({ waivedFor: 'paused' }),
  waiveForEnd: () => ({ waivedFor: 'ended' }),
  noteWaiver: ({ event }) => ({ waivedFor: event.by.role === 'manager' ? 'paused' : 'reason' }),
  moveDueDate: ({ context, event }) => {
    const dueOn = textOf(event.input, 'dueOn');
    return {
      dueOn,
      ...(context.pausedOn === null
        ? settingDeadlines(context, clocksUntilDue(event.calendar, event.at, context.period, dueOn))
        : {}),
    };
  },

  stopClocks: (args) => ({ pausedOn: today(args), ...stopped(args) }),
  /** The clock to hand in goes on with what was left of it; one that had not begun begins with the resumption. */
  goOn: (args) => {
    const { context, event } = args;
    const from = context.pausedOn;
    if (from === null) return {};
    const endedOn = today(args);
    const ranFrom = laterOf(context.period.to, from);
    const runs = context.amendment === undefined && context.dueOn >= from && ranFrom < endedOn;
    const stoodStill = runs ? daysBetween(ranFrom, endedOn) : 0;
    const dueOn = addDays(context.dueOn, stoodStill);
    const { calendar, at, settings } = { ...event, settings: context.settings };
    const left = context.resubmitLeft;
    return {
      dueOn,
      pausedOn: null,
      resubmitLeft: null,
      pauses: [...context.pauses, { from, endedOn }],
      ...settingDeadlines(context, {
        ...(context.versions.length === 0 && context.overdueSince === null && context.amendment === undefined
          ? clocksUntilDue(calendar, at, context.period, dueOn)
          : {}),
        ...(left === null
          ? {}
          : {
              resubmitDays: deadline(calendar, at, Math.min(Math.max(1, left), settings.resubmitDays), 'wd'),
            }),
      }),
    };
  },
  takeNewPlan: ({ event }) => ({ indicators: listOf(event.input, 'indicators') }),
  takeMentor: ({ event }) => ({ mentorId: textOf(event.input, 'mentor') || null }),
  handOver: ({ event }) => ({ responsibleId: textOf(event.input, 'manager') || null }),
} satisfies Record<string, Recording>;
