import { describe, expect, it } from 'vitest';
import { isFinal, statesOf } from '#app/domain/lifecycles/attempt.ts';
import { graduation } from '#app/domain/lifecycles/graduation/index.ts';
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
  inState,
  lead,
  leaving,
  manager,
  objected,
  objection,
  onNotice,
  request,
  supervisor,
  system,
  verifying,
} from './graduation-story.ts';
import { type Sending, transitionsOf } from './machine-driver.ts';

const reason = { reason: '材料经查实为虚假，予以撤销。' };
const lines = { lines: ['account'], reason: '账户证明已过期。' };
const finding = { objection: 'YY-1', finding: '经核实。' };

/** `from event to`, how to get there, what is sent. Timers are rows without a sender. */
const rows: readonly (readonly [row: string, story: () => GraduationStory, sending?: Sending])[] = [
  ['candidate apply applied', candidate, { by: lead, input: request, observed: allIsWell }],
  ['candidate graduationApplyDays refused', candidate],
  ['applied verify verifying', applied, { by: manager }],
  ['verifying pass_verification approving', verifying, { by: manager, observed: allIsWell }],
  ['verifying return_application candidate', verifying, { by: manager, input: lines }],
  ['verifying fail_verification verifying', verifying, { by: manager, input: lines }],
  [
    'verifying fail_verification refused',
    () => verifying().send('fail_verification', { by: manager, input: lines }),
    { by: director, input: lines },
  ],
  ['approving approve public_notice', approving, { by: supervisor, observed: allIsWell }],
  ['approving refuse refused', approving, { by: supervisor, input: reason, observed: allIsWell }],
  ['approving return_application candidate', approving, { by: supervisor, input: lines }],
  ['public_notice object objection_open', onNotice, objection()],
  ['public_notice noticeDays handover', onNotice],
  ['objection_open object objection_open', objected, objection('YY-2')],
  ['objection_open dismiss_objection public_notice', objected, { by: director, input: finding }],
  [
    'objection_open dismiss_objection objection_open',
    () => objected().send('object', objection('YY-2')),
    { by: director, input: finding },
  ],
  ['objection_open uphold_objection objection_open', objected, { by: director, input: finding }],
  [
    'objection_open uphold_objection refused',
    () => objected().send('uphold_objection', { by: director, input: finding }),
    { by: supervisor, input: finding },
  ],
  ['objection_open objectionDays objection_open', objected],
  ['handover complete_handover handover', leaving, { by: lead, input: handedOver }],
  [
    'handover complete_handover certified',
    () => leaving().send('complete_handover', { by: manager, input: handedOver }),
    { by: lead, input: handedOver, observed: allIsWell },
  ],
  ['certified visit3 certified', certified],
  ['certified visit6 certified', certified],
  ['certified visit12 certified', certified],
  ['certified record_visit certified', () => certified().fire('visit3'), { by: manager, input: followUp(3) }],
  [
    'certified close closed',
    () =>
      certified()
        .fire('visit12')
        .send('record_visit', { by: manager, input: followUp(12) }),
    { by: manager },
  ],
  ['certified revoke certified', certified, { by: director, input: reason }],
  [
    'certified revoke revoked',
    () => certified().send('revoke', { by: supervisor, input: reason }),
    { by: director, input: reason },
  ],
  ...['candidate', 'applied', 'verifying'].map(
    (state) => [`${state} state_fact ${state}`, inState[state]!, { by: manager, input: facts }] as const,
  ),
  ...['candidate', 'applied', 'verifying', 'approving', 'public_notice', 'objection_open', 'handover'].map(
    (state) => [`${state} cancel refused`, inState[state]!, { by: system }] as const,
  ),
];

describe('every row of the table', () => {
  it.each(rows.map(([row, story, sending]) => ({ row, story, sending })))(
    '$row',
    ({ row, story, sending }) => {
      const [from, event, to] = row.split(' ');
      const told = story();
      expect(told.state).toBe(from);
      if (sending) told.send(event!, sending);
      else told.fire(event!);
      expect(told.state).toBe(to);
    },
  );

  it('there is no transition without a row', () => {
    expect([...new Set(transitionsOf(graduation))].sort()).toEqual(
      [...new Set(rows.map(([row]) => row))].sort(),
    );
  });

  it.each(statesOf(graduation).filter((s) => !isFinal(graduation, s)))(
    'in %s the director reassigns the manager',
    (state) => {
      const story = inState[state]!().send('reassign', { by: director, input: { manager: 'm2' } });
      expect([story.state, story.context.responsibleId]).toEqual([state, 'm2']);
    },
  );
});

describe('clocks', () => {
  it('a candidate has twenty working days, and all of them again after a return', () => {
    expect(candidate().due('graduationApplyDays')).toBe('2026-03-30');
    const story = verifying();
    expect(story.due('graduationApplyDays')).toBeUndefined();
    story.at = '2026-03-16T02:00:00.000Z';
    expect(story.send('return_application', { by: manager, input: lines }).due('graduationApplyDays')).toBe(
      '2026-04-13',
    );
  });

  it('an objection stops the notice; then it has what was left, two working days at least', () => {
    expect(onNotice().due('noticeDays')).toBe('2026-03-09');
    const story = objected();
    expect([story.due('noticeDays'), story.due('objectionDays')]).toEqual([undefined, '2026-03-16']);
    story.at = '2026-03-11T01:00:00.000Z';
    expect(story.send('dismiss_objection', { by: director, input: finding }).due('noticeDays')).toBe(
      '2026-03-18',
    );
  });

  it('an answer after ten working days is late, and the director is told', () => {
    const story = objected().fire('objectionDays');
    expect([story.context.late, story.actions]).toEqual([['objectionDays'], ['tellDirectorLate']]);
  });

  it('visits fall due 3, 6 and 12 months after the certificate, each once', () => {
    const story = certified();
    expect(['visit3', 'visit6', 'visit12'].map((n) => story.due(n))).toEqual([
      '2026-06-10',
      '2026-09-10',
      '2027-03-10',
    ]);
    story.fire('visit3').fire('visit6');
    expect(story.context.visits.map((v) => v.stage)).toEqual(['due', 'due', 'ahead']);
    expect(story.context.deadlines).not.toHaveProperty('visit3');
    expect(graduation.waits('certified', story.context)).toEqual([
      { role: 'manager', event: 'record_visit', deadline: 'followUp' },
    ]);
    story
      .send('record_visit', { by: manager, input: followUp(3) })
      .send('record_visit', { by: manager, input: followUp(6) });
    expect(graduation.waits('certified', story.context)).toEqual([]);
    expect(story.due('followUp')).toBeUndefined();
  });

  it('nobody visits an organization that is no more', () => {
    const story = certified()
      .fire('visit3')
      .send('record_visit', { by: manager, input: followUp(3, { alive: false }) });
    expect(Object.keys(story.context.deadlines)).toEqual([]);
    expect(story.send('close', { by: manager }).state).toBe('closed');
  });
});

describe('what follows', () => {
  it('the certificate is issued once, by the second of the two, with its number', () => {
    const first = leaving().send('complete_handover', {
      by: lead,
      input: handedOver,
      observed: { certificateNumber: '' },
    });
    expect([first.context.certificate, first.actions]).toEqual([null, []]);
    first.send('complete_handover', { by: manager, input: handedOver, observed: allIsWell });
    expect([first.context.certificate, first.actions]).toEqual(['CK-2026-001', ['issueCertificate']]);
  });

  it.each([
    ['notApplied', () => candidate().fire('graduationApplyDays')],
    ['supervisor', () => approving().send('refuse', { by: supervisor, input: reason, observed: allIsWell })],
    [
      'verification',
      () =>
        verifying()
          .send('fail_verification', { by: director, input: lines })
          .send('fail_verification', { by: manager, input: lines }),
    ],
    [
      'objection',
      () =>
        objected()
          .send('uphold_objection', { by: supervisor, input: finding })
          .send('uphold_objection', { by: director, input: finding }),
    ],
  ])('the incubation is told why there is no graduation: %s', (why, story) => {
    const told = story();
    expect(told.state).toBe('refused');
    expect(told.actions).toContain(`reportRefusal {"reason":"${why}"}`);
    expect(told.context.deadlines).toEqual({});
  });

  it('the incubation that ended otherwise is told nothing', () => {
    expect(onNotice().send('cancel', { by: system }).actions).toEqual(['liftNotice']);
  });

  it('both uphold the same objection, or nothing is upheld', () => {
    const story = objected().send('object', objection('YY-2'));
    story.send('uphold_objection', { by: director, input: finding });
    story.send('uphold_objection', { by: supervisor, input: { ...finding, objection: 'YY-2' } });
    expect(story.state).toBe('objection_open');
    story.send('uphold_objection', { by: supervisor, input: finding });
    expect(story.state).toBe('refused');
  });

  it('what was verified once is verified anew after a return', () => {
    const story = approving().send('return_application', { by: supervisor, input: lines });
    story.send('apply', { by: lead, input: request, observed: allIsWell });
    expect([story.state, story.context.verifiedBy, story.context.number]).toEqual([
      'applied',
      null,
      'CQ-2026-0001',
    ]);
  });

  it('a line left as it was keeps who stated it; a form that changes nothing is refused', () => {
    const before = applied();
    const same = Object.fromEntries(Object.entries(before.context.facts).map(([line, f]) => [line, f.value]));
    expect(before.missing('state_fact', { by: manager, input: same })).toEqual(['graduation.nothingStated']);
    const { facts: after } = before.send('state_fact', { by: manager, input: { ...same, staff: 9 } }).context;
    expect([after.staff?.by, after.account?.by, after.rules?.by]).toEqual(['manager', 'lead', 'lead']);
  });

  it('facts stated before stay, with all their documents', () => {
    const story = applied().send('state_fact', { by: manager, input: { staff: 4 } });
    expect(story.context.facts.staff).toMatchObject({ value: 4, by: 'manager', role: 'manager' });
    expect(story.context.facts.staff?.documents).toHaveLength(1);
    expect(story.context.facts.account?.by).toBe('lead');
  });
});
