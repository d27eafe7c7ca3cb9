import { and, assign, setup } from 'xstate';
import { assignsFrom, delaysFor, guardsFrom } from '../guards.ts';
import type { EvaluationContext, EvaluationEvent } from './facts.ts';
import { evaluationRecordings } from './recordings.ts';
import { evaluationRequirements } from './requirements.ts';

/** Assessors come and go until their sheets are locked. */
const team = {
  declare: { guard: 'seatIsMineAndUndeclared', actions: 'declareSeat' },
  request_recusal: { guard: 'namesShownLately', actions: 'askRecusal' },
  answer_recusal: { guard: 'recusalWasAsked', actions: 'answerRecusal' },
  recuse: { guard: 'somebodyCanStepBack', actions: 'emptySeat' },
  replace_assessor: { guard: and(['seatToFill', 'replacementIsSound']), actions: 'fillSeat' },
} as const;

const extension = {
  extend_self_assessment: { guard: 'notExtendedYet', actions: 'extendSelfAssessment' },
} as const;

const cancellation = { cancel: { target: 'cancelled', actions: 'reportEvaluation' } } as const;

const absence = {
  target: 'non_participation',
  guard: 'neverReturned',
  actions: ['recordAbsence', 'reportEvaluation'],
} as const;

/** Evaluation 评估: mid-term, final and special. States, events, guards and timers of the lifecycle's table 3. */
export const evaluationMachine = setup({
  types: {
    context: {} as EvaluationContext,
    events: {} as EvaluationEvent,
    input: {} as EvaluationContext,
  },
  guards: guardsFrom(evaluationRequirements),
  delays: delaysFor(['selfAssessmentDays', 'materialDays', 'resultNoticeDays', 'appealReviewDays']),
  actions: {
    ...assignsFrom(evaluationRecordings),
    markLate: assign(({ context }, params: { timer: string }) => ({ late: [...context.late, params.timer] })),
    clearDeadlines: assign({ deadlines: {}, late: [] }),
    // What follows, carried out by the engine in the same transaction.
    publishResult: () => {},
    followNotice: () => {},
    closeNotice: () => {},
    liftNotice: () => {},
    reportEvaluation: () => {},
    tellDirectorLate: () => {},
  },
}).createMachine({
  id: 'evaluation',
  context: ({ input }) => input,
  initial: 'planned',
  on: {
    reassign: { actions: 'handOver' },
    incubation_ended: { target: '.cancelled', actions: 'liftNotice' },
  },
  states: {
    planned: {
      on: {
        announce: {
          target: 'announced',
          guard: and(['rubricIsSound', 'teamIsSound', 'visitAnnouncedInTime']),
          actions: 'freezePlan',
        },
        ...cancellation,
      },
    },
    announced: {
      on: { start_self_assessment: { target: 'self_assessing' }, ...extension, ...team, ...cancellation },
      after: { selfAssessmentDays: absence },
    },
    self_assessing: {
      on: {
        submit_self_assessment: {
          target: 'material_check',
          guard: 'selfAssessmentIsWhole',
          actions: 'takeSelfAssessment',
        },
        ...extension,
        ...team,
      },
      after: {
        selfAssessmentDays: absence,
        materialDays: { target: 'material_check', actions: 'takeBackAsItIs' },
      },
    },
    material_check: {
      on: {
        return_material: {
          target: 'self_assessing',
          guard: and(['returnsLeft', 'newDateIsAhead']),
          actions: 'askForMaterial',
        },
        pass_material: { target: 'onsite' },
        desk_only: { target: 'scoring', guard: 'deskAllowed', actions: 'dropVisit' },
        ...team,
      },
    },
    onsite: {
      on: {
        record_visit: {
          target: 'scoring',
          guard: and(['seatIsMineAndDeclared', 'visitHasBeen']),
          actions: 'recordVisit',
        },
        ...team,
      },
    },
    scoring: {
      on: {
        save_sheet: { guard: and(['seatIsMineAndDeclared', 'ownSheetOpen']), actions: 'recordSheet' },
        score: {
          guard: and(['seatIsMineAndDeclared', 'ownSheetOpen', 'sheetIsGood']),
          actions: 'recordSheet',
        },
        close_scoring: {
          target: 'moderating',
          guard: and(['notAssessor', 'recusalsAnswered', 'allSheetsLocked']),
          actions: 'putScoresTogether',
        },
        ...team,
      },
    },
    moderating: {
      on: {
        adjust: {
          guard: and(['isLeadAssessor', 'adjustmentIsSmall', 'majorityAgrees']),
          actions: 'recordAdjustment',
        },
        finalise: {
          target: 'result_notice',
          guard: and(['notAssessor', 'spreadDiscussed']),
          actions: ['fixResult', 'publishResult'],
        },
      },
    },
    result_notice: {
      entry: 'startResultNotice',
      on: {
        appeal: { target: 'appealed', guard: 'itemsLeftToAppeal', actions: ['takeAppeal', 'followNotice'] },
      },
      after: {
        resultNoticeDays: {
          target: 'confirmed',
          actions: ['confirmResult', 'closeNotice', 'reportEvaluation'],
        },
      },
    },
    appealed: {
      on: {
        revise_result: {
          target: 'result_notice',
          guard: and(['notAssessor', 'secondTeamIsFresh', 'revisedScoreFits']),
          actions: ['reviseResult', 'publishResult'],
        },
        reject_appeal: {
          target: 'result_notice',
          guard: 'notAssessor',
          actions: ['rejectAppeal', 'followNotice'],
        },
      },
      after: {
        appealReviewDays: {
          actions: [{ type: 'markLate', params: { timer: 'appealReviewDays' } }, 'tellDirectorLate'],
        },
      },
    },
    confirmed: { type: 'final', entry: 'clearDeadlines' },
    non_participation: { type: 'final', entry: 'clearDeadlines' },
    cancelled: { type: 'final', entry: 'clearDeadlines' },
  },
});
