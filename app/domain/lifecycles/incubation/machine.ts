import { and } from 'xstate';
import type { ExitCause } from './facts.ts';
import { incubationSetup } from './setup.ts';

const exit = (cause: ExitCause, from: string) => ({ type: 'startExit', params: { cause, from } }) as const;
const late = (timer: string) => [{ type: 'markLate', params: { timer } }, 'tellDirectorLate'] as const;
const openEvaluation = (kind: 'midterm' | 'final') => ({ type: 'openEvaluation', params: { kind } }) as const;

/** The ways out of every state before the exit: what is open ends with them. */
const leaving = (from: string) =>
  ({
    request_exit: {
      target: 'exit_notice',
      guard: 'projectsProvidedFor',
      actions: [exit('voluntary', from), 'cancelOpenMatters'],
    },
    revoke: {
      target: 'exit_notice',
      guard: 'revocationGround',
      actions: [exit('revoked', from), 'cancelOpenMatters'],
    },
  }) as const;

/** The mentor changes (督导变更), whatever else is going on until the exit. */
const accompanied = {
  change_mentor: {
    guard: and(['mentorsExist', 'mentorChosen', 'mentorIsAnother']),
    actions: ['changeMentor', 'tellReportsMentor'],
  },
} as const;

const serving = {
  record_service: { actions: 'addService' },
  reach_milestone: { guard: and(['milestoneOpen', 'reachedByToday']), actions: 'reachMilestone' },
  ...accompanied,
} as const;

/** Incubation 孵化: from the agreement to graduation or exit. States, events, guards and timers of the lifecycles' table 2. */
export const incubationMachine = incubationSetup.createMachine({
  id: 'incubation',
  context: ({ input }) => input,
  initial: 'onboarding',
  on: { reassign: { actions: ['handOver', 'handOverOpenMatters'] } },
  states: {
    onboarding: {
      on: {
        activate: {
          target: 'active',
          guard: and([
            'baselineGiven',
            'planSigned',
            'mentorsExist',
            'mentorChosen',
            'seatSettled',
            'termWithinCap',
          ]),
          actions: ['startTerm', 'layOutReports'],
        },
        ...leaving('onboarding'),
      },
      after: { onboardingDays: { target: 'exited', actions: 'leaveCenter' } },
    },
    active: {
      on: {
        start_midterm: {
          target: 'midterm_due',
          guard: and(['midtermNotHeld', 'midtermWindowOpen', 'noEvaluationOpen']),
          actions: openEvaluation('midterm'),
        },
        start_final: {
          target: 'final_due',
          guard: and(['finalWindowOpen', 'noEvaluationOpen']),
          actions: openEvaluation('final'),
        },
        order_rectification: [
          {
            target: 'exit_notice',
            guard: and(['turnToOrder', 'isDirector', 'isThirdOrder']),
            actions: ['signOrder', exit('third_rectification', 'active')],
          },
          { target: 'rectifying', guard: and(['turnToOrder', 'isDirector']), actions: 'signOrder' },
          { guard: and(['turnToOrder', 'findingsAreGood']), actions: 'propose' },
        ],
        drop_rectification: { guard: 'proposalOpen', actions: 'dropProposal' },
        request_pause: {
          guard: and(['pauseNotUsed', 'pauseNotAsked', 'pauseEndsInTime']),
          actions: 'askPause',
        },
        pause: {
          target: 'paused',
          guard: and(['pauseNotUsed', 'pauseWasAsked', 'pauseEndsInTime']),
          actions: ['startPause', 'pauseReports'],
        },
        refuse_pause: { guard: 'pauseWasAsked', actions: 'dropPause' },
        request_extension: {
          target: 'extension_review',
          guard: and(['askedEarlyEnough', 'noneExtended', 'extensionIsLeft', 'nothingToRectify']),
          actions: 'askExtension',
        },
        ...serving,
        ...leaving('active'),
      },
      after: {
        midterm: {
          target: 'midterm_due',
          guard: and(['midtermNotHeld', 'noEvaluationOpen']),
          actions: openEvaluation('midterm'),
        },
        finalLead: {
          target: 'final_due',
          guard: 'noEvaluationOpen',
          actions: openEvaluation('final'),
        },
      },
    },
    paused: {
      exit: ['endPause', 'resumeReports'],
      on: {
        resume: { target: 'active', actions: 'layOutReports' },
        ...accompanied,
        ...leaving('paused'),
      },
      after: { pauseEnd: { target: 'active', actions: 'layOutReports' } },
    },
    rectifying: {
      entry: 'startRectification',
      exit: 'endRectification',
      on: {
        answer_findings: { guard: 'answersEvidenced', actions: 'answerFindings' },
        accept_rectification: [
          {
            target: 'active',
            guard: and(['everyFindingAnswered', 'turnToAccept', 'isDirector']),
            actions: 'closeRectification',
          },
          { guard: and(['everyFindingAnswered', 'turnToAccept']), actions: 'vouch' },
        ],
        fail_rectification: { target: 'exit_notice', actions: exit('rectification_failed', 'rectifying') },
        ...serving,
        ...leaving('rectifying'),
      },
      after: {
        rectificationDays: { target: 'exit_notice', actions: exit('rectification_failed', 'rectifying') },
      },
    },
    midterm_due: {
      on: {
        evaluation_passed: { target: 'active', guard: 'midtermMarkMet', actions: 'keepMidterm' },
        evaluation_failed: [
          {
            target: 'exit_notice',
            guard: 'isThirdOrder',
            actions: ['keepMidterm', 'orderAfterMidterm', exit('third_rectification', 'active')],
          },
          { target: 'rectifying', actions: ['keepMidterm', 'orderAfterMidterm'] },
        ],
        evaluation_cancelled: { target: 'active', actions: 'putOffMidterm' },
        ...serving,
        ...leaving('midterm_due'),
      },
    },
    final_due: {
      on: {
        evaluation_cancelled: { actions: openEvaluation('final') },
        evaluation_graduates: {
          target: 'graduation_pending',
          guard: 'graduationMarkMet',
          actions: ['keepFinal', 'openGraduation'],
        },
        evaluation_conditional: [
          {
            target: 'extension_review',
            guard: 'extensionIsLeft',
            actions: ['keepFinal', 'extensionAfterEvaluation'],
          },
          { target: 'exit_notice', actions: ['keepFinal', exit('evaluation', 'final_due')] },
        ],
        evaluation_exits: { target: 'exit_notice', actions: ['keepFinal', exit('evaluation', 'final_due')] },
        ...serving,
        ...leaving('final_due'),
      },
    },
    extension_review: {
      entry: 'startExtensionReview',
      exit: 'endExtensionReview',
      on: {
        grant_extension: {
          target: 'active',
          guard: and(['extensionIsLeft', 'monthsWithinCap', 'goalsWritten']),
          actions: ['extend', 'forgetExtension', 'layOutReports'],
        },
        deny_extension: [
          { target: 'active', guard: 'wasAskedFor', actions: 'forgetExtension' },
          {
            target: 'exit_notice',
            guard: 'wasForGraduation',
            actions: exit('graduation_refused', 'graduation_pending'),
          },
          { target: 'exit_notice', actions: exit('extension_denied', 'final_due') },
        ],
        ...accompanied,
        ...leaving('extension_review'),
      },
      after: { extensionReviewDays: { actions: late('extensionReviewDays') } },
    },
    graduation_pending: {
      on: {
        graduation_certified: {
          target: 'graduated',
          guard: 'evaluationStands',
          actions: ['keepCertificate', 'waiveReports'],
        },
        graduation_refused: [
          { target: 'extension_review', guard: 'extensionIsLeft', actions: 'extensionAfterGraduation' },
          { target: 'exit_notice', actions: exit('graduation_refused', 'graduation_pending') },
        ],
        ...accompanied,
        ...leaving('graduation_pending'),
      },
    },
    exit_notice: {
      on: {
        appeal: {
          target: 'exit_appeal',
          guard: and(['notOfOnesOwnWill', 'notAppealedYet', 'withinAppealTime']),
          actions: 'startAppeal',
        },
        complete_handover: [
          {
            target: 'exited',
            guard: and(['appealSettled', 'everythingHandedOver', 'isVoluntary']),
            actions: ['leaveCenter', 'barReentry', 'waiveReports'],
          },
          {
            target: 'terminated',
            guard: and(['appealSettled', 'everythingHandedOver']),
            actions: ['leaveCenter', 'barReentry', 'waiveReports'],
          },
        ],
      },
      after: {
        appealDays: { actions: { type: 'strike', params: { timer: 'appealDays' } } },
        handoverDays: { actions: late('handoverDays') },
      },
    },
    exit_appeal: {
      exit: 'endAppeal',
      on: {
        uphold_appeal: [
          {
            target: 'onboarding',
            guard: and(['notDecidedByMe', 'cameFromOnboarding']),
            actions: ['clearExit', 'restartOnboarding'],
          },
          {
            target: 'rectifying',
            guard: and(['notDecidedByMe', 'cameFromRectifying']),
            actions: ['clearExit', 'reopenRectification', 'layOutReports'],
          },
          {
            target: 'final_due',
            guard: and(['notDecidedByMe', 'cameFromFinal']),
            actions: ['clearExit', 'layOutReports', openEvaluation('final')],
          },
          {
            target: 'active',
            guard: and(['notDecidedByMe', 'cameFromMidterm']),
            actions: ['clearExit', 'putOffMidterm', 'layOutReports'],
          },
          {
            target: 'active',
            guard: 'notDecidedByMe',
            actions: ['strikeOrder', 'clearExit', 'layOutReports'],
          },
        ],
        dismiss_appeal: { target: 'exit_notice', guard: 'notDecidedByMe', actions: 'goOnHandingOver' },
      },
      after: { appealReviewDays: { actions: late('appealReviewDays') } },
    },
    graduated: { type: 'final', entry: 'clearDeadlines' },
    terminated: { type: 'final', entry: 'clearDeadlines' },
    exited: { type: 'final', entry: 'clearDeadlines' },
  },
});
