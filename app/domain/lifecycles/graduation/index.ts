import type { Lifecycle, Wait } from '../lifecycle.ts';
import { graduationEvents } from './events.ts';
import { type GraduationContext, type GraduationObserved, graduationSystemEvents } from './facts.ts';
import { graduationMachine } from './machine.ts';
import { graduationRequirements } from './requirements.ts';

/** For whom a graduation waits in each state. */
function waits(state: string, context: GraduationContext): readonly Wait[] {
  switch (state) {
    case 'candidate':
      return [{ role: 'lead', event: 'apply', deadline: 'graduationApplyDays' }];
    case 'applied':
      return [{ role: 'manager', event: 'verify' }];
    case 'verifying':
      return context.failedBy.manager !== undefined
        ? [{ role: 'director', event: 'fail_verification' }]
        : [
            {
              role: 'manager',
              event: context.failedBy.director === undefined ? 'pass_verification' : 'fail_verification',
            },
          ];
    case 'approving':
      return [{ role: 'supervisor', event: 'approve' }];
    case 'objection_open':
      return context.upheldBy.director !== undefined
        ? [{ role: 'supervisor', event: 'uphold_objection', deadline: 'objectionDays' }]
        : [{ role: 'director', event: 'dismiss_objection', deadline: 'objectionDays' }];
    case 'handover':
      return (['manager', 'lead'] as const)
        .filter((role) => context.handedOverBy[role] === undefined)
        .map((role) => ({ role, event: 'complete_handover' }));
    case 'certified':
      return certifiedWaits(context);
    default:
      return [];
  }
}

function certifiedWaits(context: GraduationContext): readonly Wait[] {
  const { director, supervisor } = context.revokedBy;
  const followedUp = context.dissolved || context.visits.some((v) => v.month === 12 && v.stage === 'done');
  return [
    ...(director !== undefined ? [{ role: 'supervisor', event: 'revoke' } as const] : []),
    ...(supervisor !== undefined ? [{ role: 'director', event: 'revoke' } as const] : []),
    ...(context.visits.some((v) => v.stage === 'due')
      ? [{ role: 'manager', event: 'record_visit', deadline: 'followUp' } as const]
      : []),
    ...(followedUp ? [{ role: 'manager', event: 'close' } as const] : []),
  ];
}

/** Graduation 出壳 (table 4 of the lifecycles). */
export const graduation: Lifecycle<GraduationContext, GraduationObserved> = {
  name: 'graduation',
  version: 1,
  machine: graduationMachine,
  requirements: graduationRequirements,
  events: graduationEvents,
  systemEvents: graduationSystemEvents,
  timers: {},
  tones: {
    candidate: 'waiting',
    applied: 'waiting',
    verifying: 'waiting',
    approving: 'waiting',
    public_notice: 'waiting',
    objection_open: 'attention',
    handover: 'waiting',
    certified: 'good',
    closed: 'good',
    refused: 'stopped',
    revoked: 'stopped',
  },
  road: [
    'candidate',
    'applied',
    'verifying',
    'approving',
    'public_notice',
    'handover',
    'certified',
    'closed',
  ],
  standsAt: { objection_open: 'public_notice' },
  waits,
  readBy: ['lead', 'staff', 'finance', 'manager', 'director', 'supervisor'],
  columns: (context) => ({
    number: context.number,
    score: context.evaluationScore,
    responsibleId: context.responsibleId,
  }),
  assigned: () => [],
};
