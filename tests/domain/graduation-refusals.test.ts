import { describe, expect, it } from 'vitest';
import { graduationChecklist } from '#app/domain/lifecycles/graduation/checklist.ts';
import { checklistLines } from '#app/domain/lifecycles/graduation/facts.ts';
import { catalogues } from '#app/i18n/catalogue.ts';
import {
  allIsWell,
  applied,
  approving,
  candidate,
  certified,
  director,
  facts,
  followUp,
  type GraduationStory,
  handedOver,
  lead,
  leaving,
  manager,
  objected,
  objection,
  onNotice,
  request,
  supervisor,
  verifying,
} from './graduation-story.ts';
import { file, type Sending, someone } from './machine-driver.ts';

const reason = { reason: '情况有变化，予以说明。' };
const lines = { lines: ['account'], ...reason };
const finding = { objection: 'YY-1', finding: '经核实。' };

const withFacts = (change: object) => () =>
  applied()
    .send('state_fact', { by: manager, input: { ...change } })
    .send('verify', { by: manager });
const withoutFacts = () =>
  candidate()
    .send('apply', { by: lead, input: request, observed: allIsWell })
    .send('verify', { by: manager });
const verification = (change: object = {}): Sending => ({
  by: manager,
  input: { inspected: true },
  observed: { ...allIsWell, ...change },
});
const approval = (change: object, by = supervisor): Sending => ({
  by,
  observed: { evaluation: { ...allIsWell.evaluation, ...change } },
});
const returnedTwice = () =>
  verifying()
    .send('return_application', { by: manager, input: lines })
    .send('apply', { by: lead, input: request, observed: allIsWell })
    .send('verify', { by: manager });
const returnedBySupervisor = () =>
  approving()
    .send('return_application', { by: supervisor, input: lines })
    .send('apply', { by: lead, input: request, observed: allIsWell })
    .send('verify', { by: manager })
    .send('pass_verification', verification());

/** What is refused, why: the code, the story, the event. */
const rows: readonly (readonly [
  code: string,
  story: () => GraduationStory,
  event: string,
  sending: Sending,
])[] = [
  ['graduation.reportMissing', candidate, 'apply', { by: lead, input: { plan: [file('plan')] } }],
  ['graduation.planMissing', candidate, 'apply', { by: lead, input: { report: [file('report')] } }],
  ['graduation.nothingStated', applied, 'state_fact', { by: lead, input: {} }],
  ['graduation.missing.document', candidate, 'state_fact', { by: lead, input: { staff: 3 } }],
  [
    'graduation.missing.registered',
    verifying,
    'pass_verification',
    verification({ organization: { registered: false, recorded: false, proof: '' } }),
  ],
  ['graduation.missing.rules', withoutFacts, 'pass_verification', verification()],
  ['graduation.missing.account', withoutFacts, 'pass_verification', verification()],
  ['graduation.missing.staff', withoutFacts, 'pass_verification', verification()],
  ['graduation.missing.project', withoutFacts, 'pass_verification', verification()],
  [
    'graduation.missing.rulesShort',
    withFacts({ rules: ['charter', 'finance', 'people', 'archive', 'project'] }),
    'pass_verification',
    verification(),
  ],
  [
    'graduation.missing.rulesShort',
    withFacts({ rules: ['finance', 'people', 'archive', 'project', 'volunteers'] }),
    'pass_verification',
    verification(),
  ],
  ['graduation.missing.staffShort', withFacts({ staff: 2 }), 'pass_verification', verification()],
  [
    'graduation.missing.staffShort',
    withFacts({ staff: 1 }),
    'pass_verification',
    verification({ organization: { registered: true, recorded: false, proof: 'x' } }),
  ],
  ['graduation.missing.reports', verifying, 'pass_verification', verification({ reports: { overdue: 1 } })],
  [
    'graduation.missing.rectification',
    verifying,
    'pass_verification',
    verification({ rectification: { open: 2 } }),
  ],
  [
    'graduation.evaluationNotConfirmed',
    verifying,
    'pass_verification',
    verification({ evaluation: { ...allIsWell.evaluation, confirmed: false } }),
  ],
  [
    'graduation.evaluationBelowPass',
    verifying,
    'pass_verification',
    verification({ evaluation: { ...allIsWell.evaluation, score: 7999 } }),
  ],
  ['graduation.mustHaveMissing', approving, 'approve', approval({ mustHavesMet: false })],
  ['graduation.managerVerifies', verifying, 'return_application', { by: supervisor, input: lines }],
  ['graduation.supervisorDecides', approving, 'return_application', { by: manager, input: lines }],
  ['graduation.returnedOnce', returnedTwice, 'return_application', { by: manager, input: lines }],
  ['graduation.returnedOnce', returnedBySupervisor, 'return_application', { by: supervisor, input: lines }],
  [
    'graduation.noLineNamed',
    verifying,
    'return_application',
    { by: manager, input: { lines: [], ...reason } },
  ],
  [
    'graduation.noLineNamed',
    verifying,
    'fail_verification',
    { by: manager, input: { lines: ['nonsense'], ...reason } },
  ],
  [
    'bothMustAct.youDid',
    () => verifying().send('fail_verification', { by: manager, input: lines }),
    'fail_verification',
    { by: manager, input: lines },
  ],
  ['graduation.youAssessedIt', approving, 'approve', approval({}, someone('supervisor', 'a2'))],
  [
    'graduation.youAssessedIt',
    approving,
    'refuse',
    { ...approval({}, someone('supervisor', 'a2')), input: reason },
  ],
  ['graduation.youVerifiedIt', approving, 'approve', approval({}, someone('supervisor', 'manager'))],
  ['graduation.reasonMissing', approving, 'refuse', approval({})],
  ['graduation.reasonMissing', certified, 'revoke', { by: director }],
  [
    'objection.namelessWithoutEvidence',
    onNotice,
    'object',
    objection('YY-1', { objectorName: '', objectorContact: '' }),
  ],
  [
    'objection.notOpen',
    objected,
    'dismiss_objection',
    { by: director, input: { ...finding, objection: 'YY-9' } },
  ],
  [
    'objection.youAreNamed',
    () => onNotice().send('object', objection('YY-1', { concerns: 'director' })),
    'dismiss_objection',
    { by: director, input: finding },
  ],
  [
    'bothMustAct.youDid',
    () => objected().send('uphold_objection', { by: director, input: finding }),
    'uphold_objection',
    { by: director, input: finding },
  ],
  [
    'bothMustAct.youDid',
    () => leaving().send('complete_handover', { by: lead, input: handedOver }),
    'complete_handover',
    { by: lead, input: handedOver },
  ],
  [
    'graduation.handoverOpen',
    leaving,
    'complete_handover',
    { by: lead, input: { ...handedOver, 'handover.keys': false } },
  ],
  ['graduation.noVisitDue', certified, 'record_visit', { by: manager, input: followUp(3) }],
  [
    'graduation.noVisitDue',
    () => certified().fire('visit3'),
    'record_visit',
    { by: manager, input: followUp(6) },
  ],
  [
    'graduation.visitAhead',
    () => certified().fire('visit3'),
    'record_visit',
    { by: manager, input: followUp(3, { on: '2026-07-01' }) },
  ],
  ['graduation.lastVisitOpen', certified, 'close', { by: manager }],
  [
    'bothMustAct.youDid',
    () => certified().send('revoke', { by: director, input: reason }),
    'revoke',
    { by: director, input: reason },
  ],
];

it.each(rows.map(([code, story, event, sending]) => ({ code, story, event, sending })))(
  '$event is refused with $code',
  ({ code, story, event, sending }) => {
    expect(story().missing(event, sending)).toContain(code);
  },
);

it('every reason that the catalogue can say is given at least once', () => {
  const said = Object.keys(catalogues.en).flatMap(
    (key) => /^refusal\.(graduation\..+)$/.exec(key)?.[1] ?? [],
  );
  const given = new Set(rows.map(([code]) => code));
  expect(said.filter((code) => !given.has(code))).toEqual([]);
});

it('a notice does not end while an objection is open, even if its clock were still there', () => {
  const story = onNotice();
  story.context = {
    ...story.context,
    objections: [{ number: 'YY-1', concerns: 'organization', open: true }],
  };
  expect(
    story.missing('xstate.after.noticeDays.graduation.public_notice', { by: someone('clock', '') }),
  ).toEqual(['objection.stillOpen']);
});

describe('the live checklist', () => {
  const context = applied().context;

  it('has seven lines in order, each met with its evidence', () => {
    const checked = graduationChecklist(context, allIsWell);
    expect(checked.map((line) => line.id)).toEqual(checklistLines);
    expect(checked.every((line) => line.met && line.missing === null && line.evidence.words !== null)).toBe(
      true,
    );
    expect(checked[2]?.evidence).toMatchObject({
      words: { key: 'graduation.account.trusteeship' },
      by: 'lead',
    });
  });

  it('says of every line what is missing when nothing is known', () => {
    const checked = graduationChecklist({ facts: {} }, {});
    expect(checked.map((line) => line.missing?.code)).toEqual(
      checklistLines.map((id) => `graduation.missing.${id}`),
    );
    expect(checked.some((line) => line.met)).toBe(false);
  });

  it('asks two full-time people of a registered organization and three core people of a recorded one', () => {
    const two = { facts: { ...context.facts, staff: { ...context.facts.staff!, value: 2 } } };
    const line = (registered: boolean) =>
      graduationChecklist(two, { ...allIsWell, organization: { registered, recorded: true, proof: 'x' } })[3];
    expect([line(true)?.met, line(false)?.met]).toEqual([true, false]);
  });

  it('lives: a report that falls overdue unmeets its line', () => {
    const line = graduationChecklist(context, { ...allIsWell, reports: { overdue: 1 } })[5];
    expect(line).toMatchObject({ id: 'reports', met: false, missing: { params: { count: 1 } } });
  });
});

it('stating facts anew begins with what was stated', async () => {
  const { graduation } = await import('#app/domain/lifecycles/graduation/index.ts');
  expect(graduation.events.state_fact?.initial?.(applied().context, null)).toMatchObject({
    staff: facts.staff,
    account: 'trusteeship',
  });
});
