import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWorld, type World } from '#tests/world.ts';
import { evaluationOf, graduationOf, type Incubated, incubated } from './evaluation-world.ts';
import { activate, admitted } from './life-world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const reassign = (incubation: string) =>
  world.must('director', 'incubation', incubation, 'reassign', { manager: world.idOf('manager2') });
const managersOf = async (
  lifecycle: 'progress_report' | 'evaluation' | 'graduation',
  { incubation }: Pick<Incubated, 'incubation'>,
) =>
  (
    await world.store.read
      .selectFrom(lifecycle)
      .select('responsible_id')
      .where('parent_id', '=', incubation)
      .orderBy('id')
      .execute()
  ).map((row) => row.responsible_id);

test('the reports follow the incubation to its new manager, who is told once', async () => {
  const life = await admitted(world);
  await activate(world, life);
  const before = await managersOf('progress_report', life);
  await reassign(life.incubation);
  expect(before.length).toBeGreaterThan(1);
  expect(await managersOf('progress_report', life)).toEqual(before.map(() => world.idOf('manager2')));
  const told = await world.store.read
    .selectFrom('notification')
    .select('lifecycle')
    .where('event', '=', 'reassign')
    .where('person_id', '=', world.idOf('manager2'))
    .execute();
  expect(told.map((n) => n.lifecycle)).toEqual(['incubation']);
});

test('what is open follows, what has ended stays with who answered for it', async () => {
  const of = await incubated(world, 'midterm_due');
  const ended = await evaluationOf(world, of, 'special');
  await world.must('director', 'evaluation', ended, 'cancel', { reason: '改由末期评估一并进行。' });
  await evaluationOf(world, of, 'midterm');
  await graduationOf(world, of);
  const [settled] = await managersOf('evaluation', of);
  await reassign(of.incubation);
  expect(await managersOf('evaluation', of)).toEqual([settled, world.idOf('manager2')]);
  expect(settled).not.toBe(world.idOf('manager2'));
  expect(await managersOf('graduation', of)).toEqual([world.idOf('manager2')]);
});
