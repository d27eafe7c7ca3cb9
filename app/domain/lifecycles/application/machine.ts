import { and, assign, setup } from 'xstate';
import { assignsFrom, delaysFor, guardsFrom } from '../guards.ts';
import { noticeBranches } from '../objections.ts';
import type { ApplicationArgs, ApplicationContext, ApplicationEvent } from './facts.ts';
import { applicationRecordings } from './recordings.ts';
import { applicationRequirements } from './requirements.ts';

const withdrawable = { withdraw: { target: 'withdrawn', actions: 'releasePlace' } } as const;

/** From its admission on a place is kept for it: who waits for one hears that it is free. */
const freeing = ['releasePlace', 'tellWaitlist'] as const;
const withdrawableFromPlace = { withdraw: { target: 'withdrawn', actions: freeing } } as const;

/** Application 入壳申请: from the draft to admission. States, events, guards and timers of the lifecycle's table 1. */
export const applicationMachine = setup({
  types: {
    context: {} as ApplicationContext,
    events: {} as ApplicationEvent,
    input: {} as ApplicationContext,
  },
  guards: {
    ...guardsFrom(applicationRequirements),
    ...noticeBranches,
    otherHasSigned: ({ context, event }: ApplicationArgs) =>
      event.by.role === 'lead'
        ? context.signedBy.director !== undefined
        : context.signedBy.lead !== undefined,
  },
  delays: delaysFor([
    'callCloses',
    'acceptDays',
    'screeningDays',
    'supplementDays',
    'panelDays',
    'waitlistMonths',
    'noticeDays',
    'objectionDays',
    'signingDays',
  ]),
  actions: {
    ...assignsFrom(applicationRecordings),
    markLate: assign(({ context }, params: { timer: string }) => ({ late: [...context.late, params.timer] })),
    clearDeadlines: assign({ deadlines: {}, late: [] }),
    // What follows, carried out by the engine in the same transaction.
    issueReceipt: () => {},
    tellWaitlist: () => {},
    takeKind: () => {},
    publishNotice: () => {},
    fileObjection: () => {},
    answerObjection: () => {},
    closeNotice: () => {},
    holdSeat: () => {},
    releasePlace: () => {},
    openIncubation: () => {},
    tellDirectorLate: () => {},
  },
}).createMachine({
  id: 'application',
  context: ({ input }) => input,
  initial: 'draft',
  on: { reassign: { actions: 'handOver' } },
  states: {
    draft: {
      on: {
        submit: {
          target: 'submitted',
          guard: and([
            'callIsOpen',
            'formIsComplete',
            'organizationMayApply',
            'nothingElseUnderWay',
            'declaredTrue',
          ]),
          actions: ['recordSubmission', 'issueReceipt'],
        },
        discard: { target: 'withdrawn' },
        change_kind: { guard: 'kindIsAnother', actions: ['noteKind', 'takeKind'] },
      },
      after: { callCloses: { target: 'lapsed' } },
    },
    submitted: {
      on: { accept: { target: 'screening', actions: 'takeOn' }, ...withdrawable },
      after: {
        acceptDays: { actions: [{ type: 'markLate', params: { timer: 'acceptDays' } }, 'tellDirectorLate'] },
      },
    },
    screening: {
      on: {
        record_party_opinion: { actions: 'recordPartyOpinion' },
        request_supplement: {
          target: 'supplement_requested',
          guard: and(['roundsLeft', 'somethingMarked']),
          actions: ['markScreener', 'markSupplement'],
        },
        pass: {
          target: 'panel_pending',
          guard: and(['checklistAllYes', 'partyOpinionRecorded']),
          actions: ['markScreener', 'startPanel'],
        },
        refuse: { target: 'rejected', guard: 'groundNamed' },
        ...withdrawable,
      },
      after: {
        screeningDays: {
          actions: [{ type: 'markLate', params: { timer: 'screeningDays' } }, 'tellDirectorLate'],
        },
      },
    },
    supplement_requested: {
      on: {
        resubmit: {
          target: 'screening',
          guard: 'everyItemAnswered',
          actions: ['recordSubmission', 'issueReceipt'],
        },
        ...withdrawable,
      },
      after: { supplementDays: { target: 'lapsed' } },
    },
    panel_pending: {
      on: {
        appoint_panel: { guard: 'candidatesWithoutConflict', actions: 'namePanel' },
        declare: { guard: 'seatIsMineAndUndeclared', actions: 'declareSeat' },
        request_recusal: { guard: 'namesShownLately', actions: 'askRecusal' },
        answer_recusal: { guard: 'recusalWasAsked', actions: 'answerRecusal' },
        convene: { target: 'in_review', guard: and(['panelIsSound', 'toldInTime']), actions: 'openSheets' },
        ...withdrawable,
      },
      after: {
        panelDays: { actions: [{ type: 'markLate', params: { timer: 'panelDays' } }, 'tellDirectorLate'] },
      },
    },
    in_review: {
      on: {
        save_sheet: { guard: 'ownSheetOpen', actions: 'recordSheet' },
        score: { guard: and(['ownSheetOpen', 'sheetIsGood']), actions: 'recordSheet' },
        recuse: { guard: 'somebodyCanStepBack', actions: 'emptySeat' },
        request_recusal: { guard: 'namesShownLately', actions: 'askRecusal' },
        answer_recusal: { guard: 'recusalWasAsked', actions: 'answerRecusal' },
        replace_reviewer: { guard: and(['seatToFill', 'replacementWithoutConflict']), actions: 'fillSeat' },
        declare: { guard: 'seatIsMineAndUndeclared', actions: 'declareSeat' },
        close_review: {
          target: 'decision_pending',
          guard: and(['notOnPanel', 'allSheetsLocked']),
          actions: 'putScoresTogether',
        },
        ...withdrawable,
      },
    },
    decision_pending: {
      on: {
        admit: {
          target: 'public_notice',
          guard: and([
            'mayDecide',
            'notOnPanel',
            'notScreenedAlone',
            'rankingStands',
            'scorePasses',
            'quotaLeft',
            'seatFreeOrVirtual',
          ]),
          actions: ['noteResidency', 'holdSeat', 'publishNotice'],
        },
        waitlist: {
          target: 'waitlisted',
          guard: and([
            'mayDecide',
            'notOnPanel',
            'notScreenedAlone',
            'rankingStands',
            'scorePasses',
            'noPlace',
          ]),
          actions: 'startWaiting',
        },
        reject: {
          target: 'rejected',
          guard: and(['mayDecide', 'notOnPanel', 'notScreenedAlone', 'rankingStands', 'scoreFails']),
        },
        ...withdrawable,
      },
    },
    waitlisted: {
      on: {
        promote: {
          target: 'public_notice',
          guard: and(['notListed', 'quotaLeft', 'seatFreeOrVirtual']),
          actions: ['noteResidency', 'holdSeat', 'publishNotice'],
        },
        ...withdrawable,
      },
      after: { waitlistMonths: { target: 'lapsed' } },
    },
    public_notice: {
      entry: 'startNoticeClock',
      on: {
        object: {
          target: 'objection_open',
          guard: 'namedOrEvidenced',
          actions: ['stopNoticeClock', 'addObjection', 'fileObjection'],
        },
        ...withdrawableFromPlace,
      },
      after: {
        noticeDays: {
          target: 'agreement_pending',
          guard: 'noObjectionOpen',
          actions: ['closeNotice', 'holdSeat'],
        },
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
            target: 'rejected',
            guard: and(['notUpheldByMe', 'objectionNamed', 'otherHasUpheld']),
            actions: ['recordUpholding', 'settleObjection', 'answerObjection', ...freeing],
          },
          { guard: and(['notUpheldByMe', 'objectionNamed']), actions: 'recordUpholding' },
        ],
        ...withdrawableFromPlace,
      },
      after: {
        objectionDays: {
          actions: [{ type: 'markLate', params: { timer: 'objectionDays' } }, 'tellDirectorLate'],
        },
      },
    },
    agreement_pending: {
      entry: 'startSigning',
      on: {
        sign: [
          {
            target: 'admitted',
            guard: and(['notSignedByMe', 'otherHasSigned']),
            actions: ['recordSignature', 'noteResidency', 'openIncubation'],
          },
          { guard: 'notSignedByMe', actions: ['recordSignature', 'noteResidency'] },
        ],
        extend_signing: { guard: 'signingNotExtended', actions: 'lengthenSigning' },
        ...withdrawableFromPlace,
      },
      after: { signingDays: { target: 'lapsed', actions: freeing } },
    },
    admitted: { type: 'final', entry: 'clearDeadlines' },
    rejected: { type: 'final', entry: 'clearDeadlines' },
    withdrawn: { type: 'final', entry: 'clearDeadlines' },
    lapsed: { type: 'final', entry: 'clearDeadlines' },
  },
});
