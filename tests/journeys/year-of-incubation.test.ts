import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportsOfIncubation } from '#db/reads/reports.server.ts';
import { activation } from '../domain/incubation-story.ts';
import { report } from '../domain/report-story.ts';
import { admitted, untilDay } from '../operations/life-world.ts';
import { browserWorld } from './browser-world.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('from onboarding through a first quarter and its report to the mid-term evaluation', async () => {
  const life = await admitted(stage.world);
  const world = browserWorld(stage, [life.lead]);
  await world.must(
    'manager',
    'incubation',
    life.incubation,
    'activate',
    activation({ mentor: world.idOf('mentor') }),
  );
  expect(await world.stateOf('incubation', life.incubation)).toBe('active');
  const reports = await reportsOfIncubation(world.store.read, life.incubation);
  const first = reports.toSorted((a, b) => a.context.dueOn.localeCompare(b.context.dueOn))[0]!;
  await untilDay(stage.world, first.context.dueOn);
  expect(await world.stateOf('progress_report', first.id)).toBe('open');
  await world.must(life.lead, 'progress_report', first.id, 'edit', report({}));
  await world.must(life.lead, 'progress_report', first.id, 'submit', { truth: true });
  await world.must('manager', 'progress_report', first.id, 'accept');
  expect(await world.stateOf('progress_report', first.id)).toBe('accepted');

  const { context } = await world.record('incubation', life.incubation);
  const midterm = context.deadlines.midterm!.due.slice(0, 10);
  await untilDay(stage.world, midterm);
  await stage.world.pass({ days: 2 });
  expect(await world.stateOf('incubation', life.incubation)).toBe('midterm_due');
  const lead = await stage.enter(life.lead, { phone: true });
  await lead.go(`/incubations/${life.incubation}`);
  await lead.look();
});
