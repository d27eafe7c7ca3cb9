import { expect, test } from 'vitest';
import { standingOf } from '#app/domain/lifecycles/incubation/facts.ts';
import { incubation } from '#app/domain/lifecycles/incubation/index.ts';
import {
  activating,
  active,
  appealed,
  changingMentor,
  director,
  finding,
  granting,
  inState,
  manager,
  milestone,
  onboarding,
  order,
  reaching,
  rectified,
} from './incubation-story.ts';

test('a virtual organization needs no seat', () => {
  const story = onboarding({ residency: 'virtual' });
  expect(story.missing('activate', activating({ seatHandedOver: false }))).toEqual([]);
});

test('a milestone that was reached says when, how and by whom; the plan goes on', () => {
  const { context } = active().send('reach_milestone', reaching);
  expect(context.plans).toHaveLength(1);
  expect(context.plans[0]?.milestones[0]?.reached).toMatchObject({
    on: '2026-03-02',
    note: '志愿者已有 32 人。',
    by: 'lead',
  });
});

test('a plan of an extension begins with milestones of its own; what was reached before stays reached', () => {
  const reached = inState.extension_review!();
  const { context } = active().send('reach_milestone', reaching);
  const extended = reached.send('grant_extension', granting());
  expect(context.plans.at(-1)?.milestones[0]?.reached).toBeDefined();
  expect(extended.context.plans.at(-1)?.milestones[0]?.reached).toBeUndefined();
});

test('no milestone of an extension lies beyond its end', () => {
  const last = (month: number) =>
    inState.extension_review!().missing('grant_extension', granting(6, { milestones: [milestone(month)] }));
  expect(last(16)).toEqual([]);
  expect(last(36)).toEqual(['incubation.milestoneBeyondExtension']);
});

test('a milestone is overdue from the day after it was due', () => {
  const milestone = { goal: '登记', indicator: '证书', dueOn: '2026-06-30' };
  expect(standingOf(milestone, '2026-06-30')).toBe('due');
  expect(standingOf(milestone, '2026-07-01')).toBe('overdue');
  const reached = { on: '2026-07-02', note: '已取得', documents: [], by: 'lead' };
  expect(standingOf({ ...milestone, reached }, '2026-07-03')).toBe('reached');
});

test('only the mentor who was put in stands beside the organization', () => {
  const { context } = active().send('change_mentor', changingMentor);
  expect(context.mentor).toEqual({ personId: 'mentor2', name: '督导丙' });
  expect(incubation.assigned(context)).toEqual([{ role: 'mentor', personId: 'mentor2' }]);
});

test('orders that were accepted and struck are kept with findings, answers, dates and outcome', () => {
  const third = rectified(rectified(active()))
    .send('order_rectification', { by: manager, input: order })
    .send('order_rectification', { by: director });
  const { closedOrders } = appealed(third).send('uphold_appeal', finding).context;
  expect(closedOrders?.map((o) => o.outcome)).toEqual(['accepted', 'accepted', 'struck']);
  expect(closedOrders?.[0]).toMatchObject({
    orderedOn: '2026-03-02',
    closedOn: '2026-03-02',
    finding: '同意',
    findings: [{ answer: '已恢复使用' }, { answer: '已书面说明' }],
  });
  expect(closedOrders?.[2]?.finding).toBeNull();
});
