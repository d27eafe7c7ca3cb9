import { and, assign, setup } from 'xstate';
import { assignsFrom, delaysFor, guardsFrom } from '../guards.ts';
import { noticeBranches } from '../objections.ts';
import type { GraduationArgs, GraduationContext, GraduationEvent } from './facts.ts';
import { graduationRecordings } from './recordings.ts';
import { graduationRequirements } from './requirements.ts';

/** The incubation ended otherwise. */
const cancellation = { cancel: { target: 'refused', actions: ['stopNotice', 'liftNotice'] } } as const;

const evidence = { state_fact: { guard: 'factsShown', actions: 'recordFacts' } } as const;

/** How the incubation is told that it does not come to a graduation, and why. */
const refusedFor = (reason: string) => ({ type: 'reportRefusal', params: { reason } }) as const;

/** Graduation 出壳: from candidate to the end of the follow-up. States, events, guards and timers of the lifecycle's table 4. */
export const graduationMachine = setup({
  types: {
    context: {} as GraduationContext,
    events: {} as GraduationEvent,
    input: {} as GraduationContext,
  },
  guards: {
    ...guardsFrom(graduationRequirements),
    ...noticeBranches,
    otherHasFailedIt: ({ context, event }: GraduationArgs) =>
      event.by.role === 'manager'
        ? context.failedBy.director !== undefined
        : context.failedBy.manager !== undefined,
    otherHasHandedOver: ({ context, event }: GraduationArgs) =>
      event.by.role === 'manager'
        ? context.handedOverBy.lead !== undefined
        : context.handedOverBy.manager !== undefined,
    otherHasRevoked: ({ context, event }: GraduationArgs) =>
      event.by.role === 'director'
        ? context.revokedBy.supervisor !== undefined
        : context.revokedBy.director !== undefined,
  },
  delays: delaysFor(['graduationApplyDays', 'noticeDays', 'objectionDays', 'visit3', 'visit6', 'visit12']),
  actions: {
    ...assignsFrom(graduationRecordings),
    markLate: assign(({ context }, params: { timer: string }) => ({ late: [...context.late, params.timer] })),
    clearDeadlines: assign({ deadlines: {}, late: [] }),
    // What follows, carried out by the engine in the same transaction.
    publishNotice: () => {},
    fileObjection: () => {},
    answerObjection: () => {},
    closeNotice: () => {},
    liftNotice: () => {},
    issueCertificate: () => {},
    revokeCertificate: () => {},
    reportRefusal: (_, _params: { reason: string }) => {},
    tellDirectorLate: () => {},
  },
}).createMachine({
  id: 'graduation',
  context: ({ input }) => input,
  initial: 'candidate',
  on: { reassign: { actions: 'handOver' } },
  states: {
    candidate: {
      on: {
        apply: { target: 'applied', guard: 'documentsGiven', actions: 'takeApplication' },
        ...evidence,
        ...cancellation,
      },
      after: { graduationApplyDays: { target: 'refused', actions: refusedFor('notApplied') } },
    },
    applied: {
      on: { verify: { target: 'verifying', actions: 'takeOn' }, ...evidence, ...cancellation },
    },
    verifying: {
      on: {
        pass_verification: {
          target: 'approving',
          guard: and(['checklistMet', 'evaluationStands']),
          actions: 'recordVerification',
        },
        return_application: {
          target: 'candidate',
          guard: and(['byManager', 'managerReturnsLeft', 'linesNamed']),
          actions: 'recordReturn',
        },
        fail_verification: [
          {
            target: 'refused',
            guard: and(['notFailedByMe', 'linesNamed', 'otherHasFailedIt']),
            actions: ['recordFailure', refusedFor('verification')],
          },
          { guard: and(['notFailedByMe', 'linesNamed']), actions: 'recordFailure' },
        ],
        ...evidence,
        ...cancellation,
      },
    },
    approving: {
      on: {
        approve: {
          target: 'public_notice',
          guard: and(['notItsAssessor', 'notItsVerifier', 'evaluationStands']),
          actions: 'publishNotice',
        },
        refuse: {
          target: 'refused',
          guard: and(['notItsAssessor', 'notItsVerifier', 'reasonGiven']),
          actions: refusedFor('supervisor'),
        },
        return_application: {
          target: 'candidate',
          guard: and(['bySupervisor', 'supervisorReturnsLeft', 'linesNamed']),
          actions: 'recordReturn',
        },
        ...cancellation,
      },
    },
    public_notice: {
      entry: 'startNoticeClock',
      on: {
        object: {
          target: 'objection_open',
          guard: 'namedOrEvidenced',
          actions: ['stopNoticeClock', 'addObjection', 'fileObjection'],
        },
        ...cancellation,
      },
      after: {
        noticeDays: { target: 'handover', guard: 'noObjectionOpen', actions: ['stopNotice', 'closeNotice'] },
      },
    },
    objection_open: {
      on: {
        object: { guard: 'namedOrEvidenced', actions: ['addObjection', 'fileObjection'] },
        dismiss_objection: [
          {
            target: 'public_notice',
            guard: and(['notNamedInObjection', 'objectionNamed', 'isLastOpenObjection']),
            actions: ['settleObjection', 'answerObjection'],
          },
          {
            guard: and(['notNamedInObjection', 'objectionNamed']),
            actions: ['settleObjection', 'answerObjection'],
          },
        ],
        uphold_objection: [
          {
            target: 'refused',
            guard: and(['notUpheldByMe', 'objectionNamed', 'otherHasUpheld']),
            actions: [
              'recordUpholding',
              'settleObjection',
              'answerObjection',
              'liftNotice',
              refusedFor('objection'),
            ],
          },
          { guard: and(['notUpheldByMe', 'objectionNamed']), actions: 'recordUpholding' },
        ],
        ...cancellation,
      },
      after: {
        objectionDays: {
          actions: [{ type: 'markLate', params: { timer: 'objectionDays' } }, 'tellDirectorLate'],
        },
      },
    },
    handover: {
      on: {
        complete_handover: [
          {
            target: 'certified',
            guard: and(['notHandedOverByMe', 'everythingHandedOver', 'otherHasHandedOver']),
            actions: ['recordHandover', 'certify', 'issueCertificate'],
          },
          { guard: and(['notHandedOverByMe', 'everythingHandedOver']), actions: 'recordHandover' },
        ],
        ...cancellation,
      },
    },
    certified: {
      on: {
        record_visit: { guard: and(['visitIsDue', 'visitHasBeen']), actions: 'recordVisit' },
        close: { target: 'closed', guard: 'followedToTheEnd' },
        revoke: [
          {
            target: 'revoked',
            guard: and(['notRevokedByMe', 'reasonGiven', 'otherHasRevoked']),
            actions: ['recordRevocation', 'revokeCertificate'],
          },
          { guard: and(['notRevokedByMe', 'reasonGiven']), actions: 'recordRevocation' },
        ],
      },
      after: {
        visit3: { actions: 'visit3FallsDue' },
        visit6: { actions: 'visit6FallsDue' },
        visit12: { actions: 'visit12FallsDue' },
      },
    },
    closed: { type: 'final', entry: 'clearDeadlines' },
    refused: { type: 'final', entry: 'clearDeadlines' },
    revoked: { type: 'final', entry: 'clearDeadlines' },
  },
});
