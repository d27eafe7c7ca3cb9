import { afterAll, beforeAll, expect, test } from 'vitest';
import { MOST_SAVED_FILTERS } from '#app/domain/saved-filters.ts';
import { paths } from '#app/paths.ts';
import { type Served, serveWorld } from '#tests/served.ts';
import { openWorld, type World } from '#tests/world.ts';

let world: World;
let served: Served;
const door = paths.savedFilters('application');

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world);
  const { lead, id } = await world.draft();
  await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
}, 60_000);

afterAll(async () => {
  await served.close();
  await world.close();
});

const textOf = async (who: string, path: string) =>
  (await served.get(await served.cookieOf(who), path)).text();
const send = async (who: string, path: string, form: Record<string, string>) =>
  served.post(await served.cookieOf(who), path, form);
const keep = (who: string, query: string, name: string, to = door) =>
  send(who, `${to}?${query}`, { intent: 'save', name, key: `key-of-${name}` });
const keptBy = (who: string) =>
  world.store.read
    .selectFrom('saved_filter')
    .selectAll()
    .where('person_id', '=', world.idOf(who))
    .orderBy('name')
    .execute();
/** The chip of a filter, as it stands above the list. */
const chip = (page: string, name: string) =>
  page.match(new RegExp(`<a class="chip" href="([^"]*)"([^>]*)>${name}</a>`));

test('a filter gets a name, stands above its list, and goes again', async () => {
  const list = await textOf('manager', '/applications?stage=submitted&sort=due');
  expect(list).toContain('href="/filters/application?stage=submitted&amp;sort=due"');
  expect(await textOf('manager', `${door}?stage=submitted&sort=due`)).toContain('状态：');

  const answer = await keep('manager', 'sort=due&stage=submitted&after=x&evil=1', '待我初审');
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/applications?stage=submitted&sort=due');
  const page = await textOf('manager', '/applications?sort=due&stage=submitted');
  expect(chip(page, '待我初审')?.[1]).toBe('/applications?stage=submitted&amp;sort=due');
  expect(chip(page, '待我初审')?.[2]).toContain('aria-current');
  expect(page).not.toContain('存为常用筛选');
  expect(chip(await textOf('manager', '/applications'), '待我初审')?.[2]).not.toContain('aria-current');

  const [row] = await keptBy('manager');
  const dropped = await send('manager', door, { intent: 'drop', id: row?.id ?? '' });
  expect(dropped.headers.get('location')).toBe(door);
  expect(await keptBy('manager')).toEqual([]);
  expect((await send('manager', door, { intent: 'drop', id: row?.id ?? '' })).status).toBe(303);
});

test('sent twice it is one; the same name again is the same filter, changed', async () => {
  await keep('director', 'stage=submitted', '初审');
  await keep('director', 'stage=submitted', '初审');
  await keep('director', 'stage=screening', '初审');
  expect((await keptBy('director')).map((row) => [row.name, row.query])).toEqual([
    ['初审', 'stage=screening'],
  ]);
});

test('nobody sees, changes or drops what is not theirs', async () => {
  await keep('party', 'stage=submitted', '党委要看');
  const [row] = await keptBy('party');
  expect(chip(await textOf('party', '/applications'), '党委要看')).not.toBeNull();
  for (const who of ['director', 'manager']) {
    expect(await textOf(who, '/applications')).not.toContain('党委要看');
    expect(await textOf(who, door)).not.toContain('党委要看');
    expect((await send(who, door, { intent: 'drop', id: row?.id ?? '' })).status).toBe(303);
  }
  expect(await keptBy('party')).toHaveLength(1);
  expect((await served.get('', door)).status).toBe(302);
  expect((await keep('reviewer1', 'q=志愿', '组织', paths.savedFilters('organization'))).status).toBe(404);
  expect((await keep('manager', 'q=志愿', '别的', '/filters/strangers')).status).toBe(404);
});

test('what is wrong is said at the name, and what was typed stays', async () => {
  for (const [query, name, said] of [
    ['stage=active', '', '请填写'],
    ['stage=active', '很'.repeat(21), '很'.repeat(21)],
    ['stage=nonsense&standing=applicant', '空的', '还没有筛选条件'],
  ] as const) {
    const answer = await keep('mentor', query, name, paths.savedFilters('incubation'));
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain('error-summary');
    expect(text).toContain(said);
  }
  expect(await keptBy('mentor')).toEqual([]);
});

test('a list holds so many and no more', async () => {
  for (let i = 0; i < MOST_SAVED_FILTERS; i += 1)
    expect((await keep('supervisor', `q=第${i}`, `第${i}`)).status).toBe(303);
  const full = await keep('supervisor', 'q=再来', '再来一个');
  expect(full.status).toBe(422);
  const text = await full.text();
  expect(text).toContain('最多存 20 个');
  expect(text).toContain('value="再来一个"');
  expect((await keep('supervisor', 'q=换', '第3')).status).toBe(303);
  expect((await keep('supervisor', 'q=换', '另一处', paths.savedFilters('organization'))).status).toBe(303);
  expect(await keptBy('supervisor')).toHaveLength(MOST_SAVED_FILTERS + 1);
});

test('a filter whose state is none any more leads to the whole list', async () => {
  await world.store.write((trx) =>
    trx
      .insertInto('saved_filter')
      .values({
        id: '01JZZZZZZZZZZZZZZZZZZZZZZZ',
        person_id: world.idOf('lead1'),
        list: 'application',
        name: '旧的',
        query: 'stage=abolished&next=//evil.example',
        created_at: world.clock.now(),
      })
      .execute(),
  );
  const page = await textOf('lead1', '/applications');
  expect(chip(page, '旧的')?.[1]).toBe('/applications');
  expect(await textOf('lead1', door)).toContain('不限条件');
});
