import type { Lifecycle, Wait } from '../lifecycle.ts';
import { reportEvents } from './events.ts';
import { type ProgressReportContext, type ProgressReportObserved, reportSystemEvents } from './facts.ts';
import { reportMachine } from './machine.ts';
import { reportRequirements } from './requirements.ts';

/** For whom a report waits in each state. */
function waits(state: string, context: ProgressReportContext): readonly Wait[] {
  switch (state) {
    case 'open':
      return [{ role: 'lead', event: 'edit', deadline: 'due' }];
    case 'draft':
      return [{ role: 'lead', event: 'submit', deadline: 'due' }];
    case 'overdue':
      // Its clock ran out and is struck: what is past its day says so, before what is still to come.
      return [{ role: 'lead', event: 'submit_late', overdueSince: context.overdueSince ?? context.dueOn }];
    case 'submitted':
      return [{ role: 'manager', event: 'accept', deadline: 'reportReadDays' }];
    case 'returned':
      return [{ role: 'lead', event: 'resubmit', deadline: 'resubmitDays' }];
    case 'amendment_asked':
      return [{ role: 'manager', event: 'allow_amendment', deadline: 'reportReadDays' }];
    case 'amending':
      return [{ role: 'lead', event: 'submit', deadline: 'resubmitDays' }];
    default:
      return [];
  }
}

/** Progress report 进展报告 (table 7 of the lifecycles). */
export const progressReport: Lifecycle<ProgressReportContext, ProgressReportObserved> = {
  name: 'progress_report',
  version: 1,
  machine: reportMachine,
  requirements: reportRequirements,
  events: reportEvents,
  systemEvents: reportSystemEvents,
  // A mentor who is replaced reads nothing more of the organization, what is settled included.
  afterEnd: ['mentor_changed'],
  // A draft saves itself, and what the incubation does was told of there.
  quiet: ['edit', ...reportSystemEvents],
  timers: {},
  tones: {
    scheduled: 'neutral',
    open: 'waiting',
    draft: 'waiting',
    submitted: 'waiting',
    returned: 'attention',
    overdue: 'attention',
    amendment_asked: 'waiting',
    amending: 'waiting',
    accepted: 'good',
    waived: 'neutral',
    not_amended: 'neutral',
  },
  road: ['scheduled', 'open', 'draft', 'submitted', 'accepted'],
  standsAt: { overdue: 'draft', returned: 'submitted', amendment_asked: 'open', amending: 'draft' },
  waits,
  readBy: ['lead', 'staff', 'finance', 'manager', 'director', 'mentor', 'supervisor'],
  columns: (context) => ({
    number: context.period.key,
    kind: context.amendment === undefined ? context.period.kind : 'amendment',
    responsibleId: context.responsibleId,
  }),
  assigned: (context) => (context.mentorId === null ? [] : [{ role: 'mentor', personId: context.mentorId }]),
};
