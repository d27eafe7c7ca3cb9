import { and, assign, setup } from 'xstate';
import { localDate } from '../../calendar.ts';
import { settingDeadlines } from '../deadlines.ts';
import { assignsFrom, delaysFor, guardsFrom } from '../guards.ts';
import { overdueReminders, periodClocks } from './clocks.ts';
import { type ProgressReportContext, periodPaused, type ReportArgs, type ReportEvent } from './facts.ts';
import { reportRecordings } from './recordings.ts';
import { reportRequirements } from './requirements.ts';

const handedIn = [
  'reportComplete',
  'totalsNotNegative',
  'cumulativeNotFalling',
  'attendanceExplained',
  'expensesTie',
  'activitiesEvidenced',
  'indicatorsExplained',
  'yearTies',
] as const;

/** What an acceptance asks again, for other reports moved on meanwhile. */
const fits = ['cumulativeNotFalling', 'nextStillAbove', 'yearTies'] as const;

const remind = (timer: string) => ({ actions: { type: 'strike', params: { timer } } }) as const;

/** While a report may still be waived or moved: the same ways in each state. */
const notHandedIn = {
  waive: { target: 'waived', guard: and(['mayWaive', 'reasonGiven']), actions: 'noteWaiver' },
} as const;

const notDue = {
  ...notHandedIn,
  move_due_date: { guard: and(['newDateFits', 'reasonGiven']), actions: 'moveDueDate' },
  waive_ended: { target: 'waived', guard: 'endedBeforeDue', actions: 'waiveForEnd' },
  plan_changed: { actions: 'takeNewPlan' },
} as const;

/** Progress report 进展报告: from the period's end to acceptance. States, events, guards and timers of the lifecycles' table 7. */
export const reportMachine = setup({
  types: {
    context: {} as ProgressReportContext,
    events: {} as ReportEvent,
    input: {} as ProgressReportContext,
  },
  guards: {
    ...guardsFrom(reportRequirements),
    // Chooses between waiving and going on; no requirement.
    isAmendment: ({ context }: ReportArgs) => context.amendment !== undefined,
    periodWasPaused: ({ context, event }: ReportArgs) =>
      context.pausedOn !== null &&
      periodPaused(context.period, {
        from: context.pausedOn,
        endedOn: localDate(event.at, event.calendar),
      }),
  },
  delays: delaysFor([...periodClocks, ...overdueReminders, 'resubmitDays', 'reportReadDays']),
  actions: {
    ...assignsFrom(reportRecordings),
    markLate: assign(({ context }, params: { timer: string }) => ({ late: [...context.late, params.timer] })),
    strike: assign(({ context }, params: { timer: string }) =>
      settingDeadlines(context, { [params.timer]: undefined }),
    ),
    clearDeadlines: assign({ deadlines: {}, late: [] }),
    // What follows, carried out by the engine in the same transaction.
    tellDirectorLate: () => {},
    amendYear: () => {},
  },
}).createMachine({
  id: 'progress_report',
  context: ({ input }) => input,
  initial: 'scheduled',
  on: {
    reassign: { actions: 'handOver' },
    mentor_changed: { actions: 'takeMentor' },
    incubation_paused: { actions: 'stopClocks' },
    incubation_resumed: { actions: 'goOn' },
  },
  states: {
    scheduled: {
      on: {
        ...notDue,
        // A period that lies wholly in a pause has not ended before it: its report cannot be open yet.
        incubation_resumed: {
          target: 'waived',
          guard: 'periodWasPaused',
          actions: ['goOn', 'waiveForPause'],
        },
      },
      after: { periodEnd: { target: 'open', actions: { type: 'strike', params: { timer: 'periodEnd' } } } },
    },
    open: {
      on: { edit: { target: 'draft', actions: 'save' }, ...notDue },
      after: {
        remindWeekBefore: remind('remindWeekBefore'),
        remindDayBefore: remind('remindDayBefore'),
        due: { target: 'overdue', actions: ['startOverdue', 'tellDirectorLate'] },
      },
    },
    draft: {
      on: {
        edit: { actions: 'save' },
        submit: { target: 'submitted', guard: and([...handedIn]), actions: 'keepVersion' },
        ...notDue,
      },
      after: {
        remindWeekBefore: remind('remindWeekBefore'),
        remindDayBefore: remind('remindDayBefore'),
        due: { target: 'overdue', actions: ['startOverdue', 'tellDirectorLate'] },
      },
    },
    submitted: {
      on: {
        return: {
          target: 'returned',
          guard: and(['somethingCommented', 'roundsLeft']),
          actions: ['comment', 'startResubmission'],
        },
        accept: [
          {
            target: 'accepted',
            guard: and(['isAmendment', 'earlierSettled', ...fits]),
            actions: ['rollUp', 'amendYear'],
          },
          { target: 'accepted', guard: and(['earlierSettled', ...fits]), actions: 'rollUp' },
        ],
      },
      after: {
        reportReadDays: {
          actions: [{ type: 'markLate', params: { timer: 'reportReadDays' } }, 'tellDirectorLate'],
        },
      },
    },
    returned: {
      on: {
        edit: { actions: 'save' },
        resubmit: {
          target: 'submitted',
          guard: and(['commentsAnswered', 'somethingAmended', ...handedIn]),
          actions: ['answerComments', 'keepVersion'],
        },
      },
      after: {
        resubmitDays: [
          { target: 'not_amended', guard: 'isAmendment' },
          { target: 'overdue', actions: ['startOverdue', 'tellDirectorLate'] },
        ],
      },
    },
    overdue: {
      on: {
        edit: { actions: 'save' },
        submit_late: {
          target: 'submitted',
          guard: and(['lateReasonGiven', 'commentsAnswered', ...handedIn]),
          actions: ['countDaysLate', 'answerComments', 'keepVersion'],
        },
        ...notHandedIn,
      },
      after: {
        remindDayAfter: remind('remindDayAfter'),
        remindFifthDay: remind('remindFifthDay'),
      },
    },
    // An accepted report stays as it is: what is to be mended is a report of its own, asked for and allowed.
    amendment_asked: {
      on: {
        allow_amendment: { target: 'amending', actions: 'startResubmission' },
        refuse_amendment: { target: 'not_amended', guard: 'reasonGiven' },
        drop_amendment: { target: 'not_amended', guard: 'reasonGiven' },
      },
      after: {
        reportReadDays: {
          actions: [{ type: 'markLate', params: { timer: 'reportReadDays' } }, 'tellDirectorLate'],
        },
      },
    },
    amending: {
      on: {
        edit: { actions: 'save' },
        submit: {
          target: 'submitted',
          guard: and(['somethingAmended', 'nextStillAbove', ...handedIn]),
          actions: 'keepVersion',
        },
        drop_amendment: { target: 'not_amended', guard: 'reasonGiven' },
      },
      after: { resubmitDays: { target: 'not_amended' } },
    },
    not_amended: { type: 'final', entry: 'clearDeadlines' },
    accepted: { type: 'final', entry: 'clearDeadlines' },
    waived: { type: 'final', entry: 'clearDeadlines' },
  },
});
