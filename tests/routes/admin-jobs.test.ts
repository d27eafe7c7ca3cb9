import { afterEach, beforeEach, expect, test } from 'vitest';
import { mostDays } from '#app/domain/keeping/lagging.ts';
import { dailyCheckpoint } from '#app/operations/engine/checkpoint.server.ts';
import { noteCheck, noteDone } from '#app/operations/keeping/keeping-dates.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { visit } from './admin-pages.tsx';
import { doorOf } from './door.ts';

const oneDay = 86_400_000;

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const page = async (path: string, backupDir: string | null = '/backups') => {
  const door = await doorOf(world, 'admin');
  return (await visit({ ...door, configuration: { ...door.configuration, backupDir } }, path)).html;
};
const red = (html: string) => html.match(/check-mark tone-stopped/g)?.length ?? 0;
const all = async () => {
  await dailyCheckpoint(world.house);
  for (const name of ['backup', 'drill'] as const) await noteDone(world.house, name, world.clock.now());
  await noteCheck(world.house, world.clock.now(), { faults: 0, damaged: 0 });
};

test('what never was is no alarm yet; what is done in time is well; each date is red when it is too old, and says so', async () => {
  const fresh = await page('/admin/jobs');
  expect(red(fresh)).toBe(0);
  expect(fresh).toMatch(/check-mark tone-attention.*还没有备份/s);
  await all();
  for (const [days, late] of [
    [0, 0],
    [mostDays.backup - 0.01, 0],
    [mostDays.backup, 1],
    [mostDays.check, 3],
    [mostDays.drill - 0.01, 3],
    [mostDays.drill, 4],
  ] as const) {
    world.clock.advance(days * oneDay);
    const html = await page('/admin/jobs');
    expect(red(html), `${days} days`).toBe(late);
    expect(html.match(/距今 \d+ 天/g) ?? [], `${days} days`).toHaveLength(late);
    expect((await page('/admin')).includes('备份或自检已过期'), `${days} days`).toBe(late > 0);
    world.clock.advance(-days * oneDay);
  }
});

test('who has turned backups off is not told that they are missing', async () => {
  await all();
  world.clock.advance(mostDays.backup * oneDay);
  const html = await page('/admin/jobs', null);
  expect(red(html)).toBe(0);
  expect(html).toContain('BACKUP_DIR=none');
  expect(html).not.toContain('恢复演练成功');
  expect(await page('/admin', null)).toContain('不自动备份');
});
