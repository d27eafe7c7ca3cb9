import { describe, expect, it } from 'vitest';
import { isFinal, statesOf } from '#app/domain/lifecycles/attempt.ts';
import { incubation } from '#app/domain/lifecycles/incubation/index.ts';
import {
  activating,
  active,
  answered,
  answers,
  appealed,
  appealing,
  asking,
  askingPause,
  changingMentor,
  director,
  evaluating,
  extending,
  extendingAfterFinal,
  failed,
  finalDue,
  finding,
  graduating,
  granting,
  handover,
  type IncubationStory,
  inState,
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
  reaching,
  rectified,
  revoking,
  serving,
  supervisor,
  system,
} from './incubation-story.ts';
import { type Sending, transitionsOf } from './machine-driver.ts';

const reason = { reason: '情况有变化，请予办理。' };
const proposed = (story = active()): IncubationStory =>
  story.send('order_rectification', { by: manager, input: order });
const certified: Sending = { by: system, input: { certificate: 'CK-2026-001' } };
const refusedGraduation: Sending = { by: system, input: { reason: '条件不符' } };
const afterGraduation = (): IncubationStory => graduating().send('graduation_refused', refusedGraduation);
const appealOver = (story: IncubationStory): IncubationStory => story.fire('appealDays');
const noExtension = { settings: { maxExtensions: 0 } };

/** `from event to`, how to get there, what is sent. Timers are rows without a sender. */
const rows: readonly (readonly [string, IncubationStory, Sending?])[] = [
  ['onboarding activate active', onboarding(), activating()],
  ['onboarding onboardingDays exited', onboarding()],
  ['active start_midterm midterm_due', on(active(), '2026-09-01'), evaluating],
  ['active start_final final_due', finalDueLater(), evaluating],
  ['active midterm midterm_due', active()],
  ['active finalLead final_due', active()],
  ['active order_rectification active', active(), { by: manager, input: order }],
  ['active order_rectification rectifying', proposed(), { by: director }],
  ['active order_rectification exit_notice', proposed(rectified(rectified(active()))), { by: director }],
  ['active drop_rectification active', proposed(), { by: manager, input: reason }],
  ['active request_pause active', active(), askingPause],
  ['active pause paused', active().send('request_pause', askingPause), pausing],
  [
    'active refuse_pause active',
    active().send('request_pause', askingPause),
    { by: director, input: reason },
  ],
  ['active request_extension extension_review', active(), asking],
  ['paused resume active', paused(), { by: lead }],
  ['paused pauseEnd active', paused()],
  ['rectifying answer_findings rectifying', ordered(), { by: lead, input: answers }],
  ['rectifying accept_rectification rectifying', answered(), { by: manager, input: { finding: '已整改' } }],
  [
    'rectifying accept_rectification active',
    answered().send('accept_rectification', { by: manager, input: { finding: '已整改' } }),
    { by: director, input: { finding: '同意' } },
  ],
  ['rectifying fail_rectification exit_notice', ordered(), { by: director, input: reason }],
  ['rectifying rectificationDays exit_notice', ordered()],
  ['midterm_due evaluation_passed active', midtermDue(), outcome(6000)],
  ['midterm_due evaluation_failed rectifying', midtermDue(), outcome(5900)],
  [
    'midterm_due evaluation_failed exit_notice',
    on(rectified(rectified(active())), '2026-09-01').send('start_midterm', evaluating),
    outcome(5900),
  ],
  ['midterm_due evaluation_cancelled active', midtermDue(), outcome(0)],
  ['final_due evaluation_cancelled final_due', finalDue(), outcome(0)],
  ['final_due evaluation_graduates graduation_pending', finalDue(), outcome(8000)],
  ['final_due evaluation_conditional extension_review', finalDue(), outcome(7000)],
  ['final_due evaluation_conditional exit_notice', finalDue(noExtension), outcome(7000)],
  ['final_due evaluation_exits exit_notice', finalDue(), outcome(0, { participated: false })],
  ['extension_review grant_extension active', extending(), granting()],
  ['extension_review deny_extension active', extending(), { by: director, input: reason }],
  ['extension_review deny_extension exit_notice', extendingAfterFinal(), { by: supervisor, input: reason }],
  ['extension_review deny_extension exit_notice', afterGraduation(), { by: supervisor, input: reason }],
  ['extension_review extensionReviewDays extension_review', extending()],
  ['graduation_pending graduation_certified graduated', graduating(), certified],
  ['graduation_pending graduation_refused extension_review', graduating(), refusedGraduation],
  ['graduation_pending graduation_refused exit_notice', graduating(noExtension), refusedGraduation],
  ['exit_notice appeal exit_appeal', failed(), appealing],
  ['exit_notice complete_handover exited', leftByWill(), handover],
  ['exit_notice complete_handover terminated', appealOver(failed()), handover],
  ['exit_notice appealDays exit_notice', failed()],
  ['exit_notice handoverDays exit_notice', failed()],
  ['exit_appeal uphold_appeal rectifying', appealed(), finding],
  [
    'exit_appeal uphold_appeal onboarding',
    appealed(onboarding().send('revoke', revoking)),
    { ...finding, by: { id: 'supervisor2', role: 'supervisor' } },
  ],
  [
    'exit_appeal uphold_appeal final_due',
    appealed(finalDue().send('evaluation_exits', outcome(5000))),
    finding,
  ],
  [
    'exit_appeal uphold_appeal active',
    appealed(proposed(rectified(rectified(active()))).send('order_rectification', { by: director })),
    finding,
  ],
  ['exit_appeal dismiss_appeal exit_notice', appealed(), finding],
  ['exit_appeal appealReviewDays exit_appeal', appealed()],
  ...['active', 'rectifying', 'midterm_due', 'final_due'].flatMap(
    (state) =>
      [
        [`${state} record_service ${state}`, inState[state]!(), serving],
        [`${state} reach_milestone ${state}`, inState[state]!(), reaching],
      ] as const,
  ),
  ...Object.keys(inState)
    .filter((state) => state !== 'onboarding' && !state.startsWith('exit'))
    .map((state) => [`${state} change_mentor ${state}`, inState[state]!(), changingMentor] as const),
  ...Object.keys(inState)
    .filter((state) => !state.startsWith('exit'))
    .flatMap(
      (state) =>
        [
          [`${state} request_exit exit_notice`, inState[state]!(), leaving],
          [`${state} revoke exit_notice`, inState[state]!(), revoking],
        ] as const,
    ),
];

function finalDueLater(): IncubationStory {
  const story = active();
  story.at = story.context.deadlines.finalLead!.due;
  return story;
}

describe('every row of the table', () => {
  it.each(rows.map(([row, story, sending]) => ({ row, story, sending })))(
    '$row',
    ({ row, story, sending }) => {
      const [from, event, to] = row.split(' ');
      expect(story.state).toBe(from);
      if (sending) story.send(event!, sending);
      else story.fire(event!);
      expect(story.state).toBe(to);
    },
  );

  it('there is no transition without a row', () => {
    const rowNames = new Set(rows.map(([row]) => row));
    expect([...new Set(transitionsOf(incubation))].sort()).toEqual([...rowNames].sort());
  });

  it.each(statesOf(incubation).filter((s) => !isFinal(incubation, s)))(
    'in %s the director reassigns the manager',
    (state) => {
      const story = inState[state]!().send('reassign', { by: director, input: { manager: 'm2' } });
      expect([story.state, story.context.responsibleId]).toEqual([state, 'm2']);
    },
  );
});

describe('what follows', () => {
  it('the activation lays out the reports and names the mentor', () => {
    const story = active();
    expect(story.actions).toEqual(['layOutReports']);
    expect(incubation.assigned(story.context)).toEqual([{ role: 'mentor', personId: 'mentor' }]);
    expect(story.context.plans[0]!.milestones[0]!.dueOn).toBe('2026-09-02');
  });

  it('evaluations are opened for the half and for the end, and a cancelled final one again', () => {
    expect(midtermDue().actions).toEqual(['openEvaluation {"kind":"midterm"}']);
    expect(finalDue().actions).toEqual(['openEvaluation {"kind":"final"}']);
    expect(finalDue().send('evaluation_cancelled', outcome(0)).actions).toEqual([
      'openEvaluation {"kind":"final"}',
    ]);
    expect(active().fire('finalLead').actions).toEqual(['openEvaluation {"kind":"final"}']);
  });

  it('leaving in the middle cancels what is open; a failed rectification leaves nothing open', () => {
    expect(finalDue().send('request_exit', leaving).actions).toEqual(['cancelOpenMatters']);
    expect(midtermDue().send('revoke', revoking).actions).toEqual(['cancelOpenMatters']);
    expect(failed().actions).toEqual([]);
  });

  it('the end waives the reports, frees the seat and bars from coming back', () => {
    expect(leftByWill().send('complete_handover', handover).actions).toEqual([
      'leaveCenter',
      'barReentry',
      'waiveReports',
    ]);
    expect(onboarding().fire('onboardingDays').actions).toEqual(['leaveCenter']);
    expect(graduating().send('graduation_certified', certified).actions).toEqual(['waiveReports']);
  });

  it('an appeal that is upheld goes back to where the decision fell', () => {
    const back = (story: IncubationStory) =>
      appealed(story).send('uphold_appeal', { ...finding, by: { id: 'supervisor2', role: 'supervisor' } });
    const from = (state: string) => back(inState[state]!().send('revoke', revoking));
    for (const state of ['active', 'paused', 'midterm_due', 'extension_review'])
      expect(from(state).state, state).toBe('active');
    expect(from('rectifying').state).toBe('rectifying');
    expect(from('graduation_pending').state).toBe('final_due');
    expect(back(extendingAfterFinal().send('revoke', revoking)).state).toBe('final_due');
    const denied = back(extendingAfterFinal().send('deny_extension', { by: director, input: reason }));
    expect([denied.state, denied.actions]).toEqual([
      'final_due',
      ['layOutReports', 'openEvaluation {"kind":"final"}'],
    ]);
  });

  it('an order struck by an appeal does not count towards the third', () => {
    const third = proposed(rectified(rectified(active()))).send('order_rectification', { by: director });
    expect(third.context.rectifications).toBe(3);
    const back = appealed(third).send('uphold_appeal', finding);
    expect([back.context.rectifications, back.context.rectification, back.context.exit]).toEqual([
      2,
      null,
      null,
    ]);
  });

  it('a failed mid-term is an order of its own, with one finding', () => {
    const story = midtermDue().send('evaluation_failed', outcome(0, { participated: false }));
    expect(story.context.rectification?.ground).toBe('midterm_failed');
    expect(incubation.waits('rectifying', story.context)).toEqual([
      { role: 'lead', event: 'answer_findings', deadline: 'rectificationDays' },
    ]);
    expect(story.context.midterm?.participated).toBe(false);
  });

  it('a service is remembered with who gave it', () => {
    const story = active().send('record_service', serving);
    expect(story.context.services).toMatchObject([{ kind: 'mentoring', hours: 2, by: 'mentor' }]);
  });
});

describe('for whom it waits', () => {
  const waitsOf = (story: IncubationStory) =>
    incubation.waits(story.state, story.context).map((w) => `${w.role} ${w.event}`);

  it.each([
    ['onboarding', onboarding(), ['manager activate']],
    ['active', active(), []],
    ['a proposal', proposed(), ['director order_rectification']],
    ['a pause asked for', active().send('request_pause', askingPause), ['director pause']],
    ['paused', paused(), ['lead resume']],
    ['rectifying', ordered(), ['lead answer_findings']],
    ['answered', answered(), ['manager accept_rectification']],
    [
      'vouched for',
      answered().send('accept_rectification', { by: manager }),
      ['director accept_rectification'],
    ],
    ['extension', extending(), ['director grant_extension']],
    ['exit', failed(), ['lead appeal', 'manager complete_handover']],
    ['exit by will', leftByWill(), ['manager complete_handover']],
    ['appeal over', appealOver(failed()), ['manager complete_handover']],
    ['appealed', appealed(), ['supervisor dismiss_appeal']],
  ] as const)('%s', (_name, story, expected) => {
    expect(waitsOf(story)).toEqual(expected);
  });
});

it('a new answer has to be looked at anew', () => {
  const story = answered().send('accept_rectification', { by: manager });
  story.send('answer_findings', { by: lead, input: { 'answer.f1': '又有补充' } });
  expect(story.missing('accept_rectification', { by: director })).toEqual(['incubation.managerMustVouch']);
});

it('nobody leaves twice, and what has ended takes nothing', () => {
  expect(failed().missing('request_exit', leaving)).toEqual(['notInThisState']);
  expect(appealed().missing('revoke', revoking)).toEqual(['notInThisState']);
  const ended = leftByWill().send('complete_handover', handover);
  expect(ended.missing('reassign', { by: director, input: { manager: 'm2' } })).toEqual(['notInThisState']);
});
