import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseCsv } from '#app/documents/register-csv.server.ts';
import { paths } from '#app/paths.ts';
import { type Served, serveWorld } from '#tests/served.ts';
import { openWorld, type World } from '#tests/world.ts';
import { admitted } from '../operations/life-world.ts';

let world: World;
let served: Served;

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world);
}, 60_000);

afterAll(async () => {
  await served.close();
  await world.close();
});

async function csv(address: string): Promise<readonly (readonly string[])[]> {
  const answer = await served.get(await served.cookieOf('manager'), address);
  expect(answer.status).toBe(200);
  const parsed = parseCsv(await answer.text());
  return parsed.ok ? parsed.value : [];
}

test('the register of applications tells what became of each', async () => {
  const address = paths.listExport('application', 'csv');
  const { application } = await admitted(world);
  await world.draft();
  const [head = [], row = []] = await csv(`${address}?stage=admitted`);
  const cell = (name: string) => row[head.indexOf(name)];
  const history = await world.store.read
    .selectFrom('history')
    .select(['event', 'to_state', 'at'])
    .where('record_id', '=', application)
    .orderBy('number')
    .execute();
  const dayOf = (at = '') => new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  expect(cell('初审')).toBe('通过');
  expect(cell('初审日期')).toBe(dayOf(history.find((line) => line.event === 'pass')?.at));
  expect(cell('公示开始')).toBe(dayOf(history.find((line) => line.to_state === 'public_notice')?.at));
  expect(cell('公示截止')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect((cell('公示截止') ?? '') > (cell('公示开始') ?? '')).toBe(true);
  expect(cell('签约日')).toBe(dayOf(history.find((line) => line.to_state === 'admitted')?.at));
  const [heads = [], draft = []] = await csv(`${address}?stage=draft`);
  expect(draft[heads.indexOf('初审')]).toBe('');
  expect(draft[heads.indexOf('签约日')]).toBe('');
});
