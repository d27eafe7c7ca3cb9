import { describe, expect, it } from 'vitest';
import { incubationRequirements } from '#app/domain/lifecycles/incubation/requirements.ts';
import { planRefusals } from './incubation-plan.ts';
import {
  activating,
  activation,
  active,
  answered,
  appealed,
  appealing,
  asking,
  askingPause,
  director,
  evaluating,
  extending,
  failed,
  finalDue,
  finding,
  graduating,
  granting,
  handover,
  type IncubationStory,
  lead,
  leaving,
  leftByWill,
  manager,
  midtermDue,
  on,
  onboarding,
  order,
  ordered,
  outcome,
  paused,
  pausing,
  revoking,
  supervisor,
  system,
} from './incubation-story.ts';
import { file, type Sending } from './machine-driver.ts';

const reason = { reason: '情况有变化，请予办理。' };
const proposed = () => active().send('order_rectification', { by: manager, input: order });
const asked = () => active().send('request_pause', askingPause);
const resumed = () => paused().send('resume', { by: lead });
const extended = () => extending().send('grant_extension', granting());
const change = (sending: Sending, input: object): Sending => ({
  ...sending,
  input: { ...sending.input, ...input },
});
const openOne = { ...evaluating, observed: { openEvaluations: 1 } };

/** Each question that a guard asks, with a story in which it finds something missing, and the code it says. */
const refusals: readonly (readonly [
  question: keyof typeof incubationRequirements,
  code: string,
  story: IncubationStory,
  event: string,
  sending: Sending,
])[] = [
  [
    'baselineGiven',
    'incubation.baselineMissing',
    onboarding(),
    'activate',
    activating({ baselineDocument: [] }),
  ],
  ['planSigned', 'incubation.milestonesMissing', onboarding(), 'activate', activating({ milestones: [] })],
  ['planSigned', 'incubation.milestoneBeyondTerm', onboarding(), 'activate', activating({ termMonths: 5 })],
  ['planSigned', 'incubation.planUnsigned', onboarding(), 'activate', activating({ planDocument: [] })],
  ['planSigned', 'incubation.planUnsigned', onboarding(), 'activate', activating({ planSigned: false })],
  ['mentorsExist', 'incubation.noMentor', onboarding(), 'activate', { by: manager, input: activation() }],
  ['mentorChosen', 'incubation.mentorMissing', onboarding(), 'activate', activating({ mentor: 'nobody' })],
  ['mentorChosen', 'incubation.mentorInConflict', onboarding(), 'activate', activating({ mentor: 'cousin' })],
  [
    'seatSettled',
    'incubation.seatNotHandedOver',
    onboarding(),
    'activate',
    activating({ seatHandedOver: false }),
  ],
  ['termWithinCap', 'incubation.termBeyondCap', onboarding(), 'activate', activating({ termMonths: 25 })],

  [
    'midtermNotHeld',
    'incubation.midtermHeld',
    midtermDue().send('evaluation_passed', outcome(7000)),
    'start_midterm',
    evaluating,
  ],
  [
    'midtermWindowOpen',
    'incubation.midtermTooEarly',
    on(active(), '2026-08-15'),
    'start_midterm',
    evaluating,
  ],
  ['noEvaluationOpen', 'incubation.evaluationOpen', on(active(), '2026-09-01'), 'start_midterm', openOne],
  ['finalWindowOpen', 'incubation.finalTooEarly', active(), 'start_final', evaluating],
  ['midtermMarkMet', 'incubation.belowMidtermPass', midtermDue(), 'evaluation_passed', outcome(5999)],
  [
    'midtermMarkMet',
    'incubation.belowMidtermPass',
    midtermDue(),
    'evaluation_passed',
    outcome(9000, { participated: false }),
  ],
  ['graduationMarkMet', 'incubation.belowGraduationPass', finalDue(), 'evaluation_graduates', outcome(7999)],
  [
    'graduationMarkMet',
    'incubation.mustHaveMissing',
    finalDue(),
    'evaluation_graduates',
    outcome(9000, { mustHavesMet: false }),
  ],

  ['turnToOrder', 'incubation.managerMustPropose', active(), 'order_rectification', { by: director }],
  ['turnToOrder', 'bothMustAct.youDid', proposed(), 'order_rectification', { by: manager, input: order }],
  [
    'findingsAreGood',
    'incubation.groundMissing',
    active(),
    'order_rectification',
    { by: manager, input: { ...order, ground: '' } },
  ],
  [
    'findingsAreGood',
    'incubation.findingsMissing',
    active(),
    'order_rectification',
    { by: manager, input: { ...order, findings: [] } },
  ],
  ...['2026-03-01', '2026-04-02'].map(
    (dueOn) =>
      [
        'findingsAreGood',
        'incubation.findingDates',
        active(),
        'order_rectification',
        { by: manager, input: { ...order, findings: [{ finding: '工位空置', dueOn }] } },
      ] as const,
  ),
  [
    'proposalOpen',
    'incubation.nothingProposed',
    active(),
    'drop_rectification',
    { by: manager, input: reason },
  ],
  ['answersEvidenced', 'incubation.nothingAnswered', ordered(), 'answer_findings', { by: lead }],
  [
    'answersEvidenced',
    'incubation.answerWithoutEvidence',
    ordered(),
    'answer_findings',
    { by: lead, input: { 'answer.f1': '已恢复使用' } },
  ],
  [
    'everyFindingAnswered',
    'incubation.findingsOpen',
    ordered().send('answer_findings', {
      by: lead,
      input: { 'answer.f1': '已恢复使用', 'evidence.f1': [file('seat')] },
    }),
    'accept_rectification',
    { by: manager },
  ],
  ['turnToAccept', 'incubation.managerMustVouch', answered(), 'accept_rectification', { by: director }],
  [
    'turnToAccept',
    'bothMustAct.youDid',
    answered().send('accept_rectification', { by: manager }),
    'accept_rectification',
    { by: manager },
  ],

  ['pauseNotUsed', 'incubation.pauseUsed', resumed(), 'request_pause', askingPause],
  ['pauseNotAsked', 'incubation.pauseAskedAlready', asked(), 'request_pause', askingPause],
  ['pauseWasAsked', 'incubation.pauseNotAsked', active(), 'pause', pausing],
  ['pauseWasAsked', 'incubation.pauseNotAsked', active(), 'refuse_pause', { by: director, input: reason }],
  ['pauseEndsInTime', 'incubation.pauseTooLong', asked(), 'pause', change(pausing, { until: '2026-06-03' })],
  ['pauseEndsInTime', 'incubation.pauseTooLong', asked(), 'pause', change(pausing, { until: '2026-03-02' })],

  [
    'askedEarlyEnough',
    'incubation.extensionTooLate',
    on(active(), '2027-02-01'),
    'request_extension',
    asking,
  ],
  ['noneExtended', 'incubation.alreadyExtended', extended(), 'request_extension', asking],
  [
    'extensionIsLeft',
    'incubation.noExtensionLeft',
    active({ settings: { maxExtensions: 0 } }),
    'request_extension',
    asking,
  ],
  [
    'extensionIsLeft',
    'incubation.noExtensionLeft',
    onboarding().send('activate', activating({ termMonths: 24 })),
    'request_extension',
    asking,
  ],
  ['nothingToRectify', 'incubation.rectificationProposed', proposed(), 'request_extension', asking],
  ['monthsWithinCap', 'incubation.extensionBeyondCap', extending(), 'grant_extension', granting(13)],
  [
    'monthsWithinCap',
    'incubation.extensionBeyondCap',
    onboarding()
      .send('activate', activating({ termMonths: 20 }))
      .send('request_extension', asking),
    'grant_extension',
    granting(5),
  ],
  ['goalsWritten', 'incubation.goalsMissing', extending(), 'grant_extension', granting(6, { goals: '继续' })],

  [
    'projectsProvidedFor',
    'incubation.settlementPlanMissing',
    active(),
    'request_exit',
    change(leaving, { fundedProjects: 'running' }),
  ],
  ['revocationGround', 'incubation.revocationUnproven', active(), 'revoke', change(revoking, { proof: [] })],
  ['notOfOnesOwnWill', 'incubation.leftVoluntarily', leftByWill(), 'appeal', appealing],
  [
    'notAppealedYet',
    'incubation.appealUsed',
    appealed().send('dismiss_appeal', finding),
    'appeal',
    appealing,
  ],
  ['withinAppealTime', 'incubation.appealTimeOver', failed().fire('appealDays'), 'appeal', appealing],
  ['appealSettled', 'incubation.appealStillPossible', failed(), 'complete_handover', handover],
  [
    'notDecidedByMe',
    'incubation.youDecidedIt',
    appealed(active().send('revoke', revoking)),
    'uphold_appeal',
    finding,
  ],
  [
    'notDecidedByMe',
    'incubation.youDecidedIt',
    appealed(active().send('revoke', revoking)),
    'dismiss_appeal',
    finding,
  ],
  [
    'everythingHandedOver',
    'incubation.handoverOpen',
    leftByWill(),
    'complete_handover',
    change(handover, { 'handover.nothingOwed': false }),
  ],
  [
    'everythingHandedOver',
    'incubation.handoverUndocumented',
    leftByWill(),
    'complete_handover',
    change(handover, { handoverDocument: [] }),
  ],
  ...planRefusals,
];

describe('refusals', () => {
  it.each(
    refusals.map(([question, code, story, event, sending]) => ({ question, code, story, event, sending })),
  )('$question says $code to $event', ({ code, story, event, sending }) => {
    expect(story.missing(event, sending)).toContain(code);
    expect(story.tries(event, sending)).toBe(false);
  });

  it('a certificate without a final evaluation that carries it is refused', () => {
    const story = graduating();
    const forged = { ...story.context, final: { ...story.context.final!, mustHavesMet: false } };
    story.context = forged;
    expect(story.missing('graduation_certified', { by: system })).toEqual([
      'incubation.graduationWithoutEvaluation',
    ]);
  });

  it('every question refuses at least once', () => {
    const without = Object.keys(incubationRequirements).filter(
      (name) => name !== 'evaluationStands' && !refusals.some(([question]) => question === name),
    );
    expect(without).toEqual([]);
  });

  it('a page that only asks hears nothing of what the form will answer', () => {
    const preview = { preview: true };
    expect(onboarding().missing('activate', { ...activating(), input: {}, ...preview })).toEqual([]);
    expect(active().missing('request_exit', { by: lead, ...preview })).toEqual([]);
    expect(active().missing('revoke', { by: supervisor, ...preview })).toEqual([]);
  });
});
