import type { Lifecycle, Wait } from '../lifecycle.ts';
import { incubationEvents } from './events.ts';
import { type IncubationContext, type IncubationObserved, incubationSystemEvents } from './facts.ts';
import { incubationMachine } from './machine.ts';
import { findingsOpen } from './rectification-requirements.ts';
import { incubationRequirements } from './requirements.ts';

/** For whom an incubation waits in each state. */
function waits(state: string, context: IncubationContext): readonly Wait[] {
  switch (state) {
    case 'onboarding':
      return [{ role: 'manager', event: 'activate', deadline: 'onboardingDays' }];
    case 'active':
      return activeWaits(context);
    case 'paused':
      return [{ role: 'lead', event: 'resume', deadline: 'pauseEnd' }];
    case 'rectifying':
      return [rectifyingWait(context)];
    case 'extension_review':
      return [{ role: 'director', event: 'grant_extension', deadline: 'extensionReviewDays' }];
    case 'exit_notice':
      return exitWaits(context);
    case 'exit_appeal':
      return [{ role: 'supervisor', event: 'dismiss_appeal', deadline: 'appealReviewDays' }];
    default:
      return [];
  }
}

/** An active incubation waits for nobody until something is asked for, or a clock that came in by import is past. */
function activeWaits(context: IncubationContext): readonly Wait[] {
  const held = (name: string) => context.deadlines[name]?.held === true;
  const evaluation: readonly Wait[] = held('finalLead')
    ? [{ role: 'manager', event: 'start_final', deadline: 'finalLead' }]
    : held('midterm') && context.midterm === null
      ? [{ role: 'manager', event: 'start_midterm', deadline: 'midterm' }]
      : [];
  return [
    ...(context.proposal === null ? [] : [{ role: 'director', event: 'order_rectification' } as const]),
    ...(context.pauseAsked === null ? [] : [{ role: 'director', event: 'pause' } as const]),
    ...evaluation,
  ];
}

function rectifyingWait(context: IncubationContext): Wait {
  const order = context.rectification;
  if (order === null || findingsOpen(order.findings).length > 0)
    return { role: 'lead', event: 'answer_findings', deadline: 'rectificationDays' };
  return {
    role: order.vouchedBy === null ? 'manager' : 'director',
    event: 'accept_rectification',
    deadline: 'rectificationDays',
  };
}

function exitWaits(context: IncubationContext): readonly Wait[] {
  const handover: Wait = { role: 'manager', event: 'complete_handover', deadline: 'handoverDays' };
  return context.deadlines.appealDays === undefined
    ? [handover]
    : [{ role: 'lead', event: 'appeal', deadline: 'appealDays' }, handover];
}

/** Incubation 孵化 (table 2 of the lifecycles). */
export const incubation: Lifecycle<IncubationContext, IncubationObserved> = {
  name: 'incubation',
  version: 1,
  machine: incubationMachine,
  requirements: incubationRequirements,
  events: incubationEvents,
  systemEvents: incubationSystemEvents,
  timers: {
    midterm: { observe: ['openEvaluations'] },
    finalLead: { observe: ['openEvaluations'] },
  },
  tones: {
    onboarding: 'waiting',
    active: 'good',
    paused: 'attention',
    rectifying: 'attention',
    midterm_due: 'waiting',
    final_due: 'waiting',
    extension_review: 'waiting',
    graduation_pending: 'waiting',
    exit_notice: 'attention',
    exit_appeal: 'attention',
    graduated: 'good',
    terminated: 'stopped',
    exited: 'stopped',
  },
  road: ['onboarding', 'active', 'midterm_due', 'final_due', 'graduation_pending', 'graduated'],
  standsAt: { paused: 'active', rectifying: 'active', extension_review: 'final_due' },
  endedBy: { midterm_due: ['evaluation_passed', 'evaluation_failed'] },
  waits,
  readBy: ['lead', 'staff', 'finance', 'manager', 'director', 'mentor', 'supervisor', 'party_committee'],
  columns: (context) => ({
    score: context.final?.score ?? context.midterm?.score ?? null,
    responsibleId: context.responsibleId,
  }),
  assigned: (context) =>
    context.mentor === null ? [] : [{ role: 'mentor', personId: context.mentor.personId }],
};
