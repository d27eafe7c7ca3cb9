import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seatsOf } from '#db/reads/admin.server.ts';
import { emptyHouse } from '#tests/operations/admin-asking.ts';
import { openWorld, type World } from '#tests/world.ts';
import { hiddenOf, visit } from './admin-pages.tsx';
import { doorOf } from './door.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const go = async (who: string | null, path: string, form?: Readonly<Record<string, string>>) =>
  visit(await doorOf(world, who), path, form);

describe('the calendar', () => {
  test('says which year’s table is missing', async () => {
    expect((await go('director', '/admin/calendar?year=2028')).html).toContain('2028 年节假日表缺失');
    expect((await go('director', '/admin/calendar?year=2026')).html).not.toContain('节假日表缺失');
  });

  test('changes a day by its form and says how many deadlines moved', async () => {
    const { id, lead } = await world.draft();
    await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
    const path = '/admin/calendar?day=2026-03-03';
    const { html } = await go('director', path);
    const answer = await go('director', path, { ...hiddenOf(html, 'day'), is: 'off', note: '停电' });
    expect(answer.location).toContain('moved=1');
    expect((await go('director', answer.location!)).html).toContain('1 件的时限随之变动');
  });

  test('keeps pasted rows that cannot be read and names the line', async () => {
    const path = '/admin/calendar?year=2028';
    const { html } = await go('director', path);
    const answer = await go('director', path, {
      ...hiddenOf(html, 'rows'),
      year: '2028',
      rows: '2028-01-01 休 元旦\n元旦',
    });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('第 2 行');
    expect(answer.html).toContain('2028-01-01 休 元旦');
  });
});

describe('seats, mail and the first page', () => {
  test('a seat is added and taken out of use', async () => {
    const { html } = await go('manager', '/admin/seats');
    const added = await go('manager', '/admin/seats', {
      ...hiddenOf(html, 'add'),
      code: '07',
      room: '201室',
    });
    expect(added.status).toBe(303);
    const seat = (await seatsOf(world.store.read, world.centerId)).find((s) => s.code === '07')!;
    const one = await go('manager', `/admin/seats?seat=${seat.id}`);
    expect((await go('manager', '/admin/seats', hiddenOf(one.html, 'retire'))).status).toBe(303);
    const after = (await seatsOf(world.store.read, world.centerId)).find((s) => s.code === '07');
    expect(after?.status).toBe('retired');
  });

  test('the outbox covers addresses and links, and shows them in the demo only', async () => {
    const payload = {
      to: 'wang@test.example',
      locale: null,
      template: 'reset',
      link: '/links/the-secret',
      params: {},
    };
    await world.store.write((trx) =>
      trx
        .insertInto('outbox')
        .values({
          id: 'letter',
          kind: 'mail',
          payload: JSON.stringify(payload),
          created_at: world.clock.now(),
          try_at: world.clock.now(),
          tries: 1,
          delivered_at: null,
          failure: 'mail.later',
        })
        .execute(),
    );
    const { html } = await go('admin', '/admin/outbox');
    expect(html).toContain('w***@test.example');
    expect(html).not.toContain('the-secret');
    const demo = await visit({ ...(await doorOf(world, 'admin')), demo: true }, '/admin/outbox');
    expect(demo.html).toContain('the-secret');
    const answer = await go('admin', '/admin/outbox', hiddenOf(html, 'retry'));
    expect(answer).toMatchObject({ status: 303, location: '/admin/outbox?done=messageRetried' });
  });

  test('a new installation asks its administrator for the center, and for nothing else', async () => {
    const empty = await emptyHouse();
    const door = {
      ...(await doorOf(world, 'admin')),
      house: empty.house,
      viewer: {
        actor: empty.admin,
        person: { id: 'admin', name: 'admin', email: 'admin@test.example', locale: null },
        sessionId: 'session',
      },
    };
    const { html } = await visit(door, '/admin');
    const about = {
      name: '城关街道社会组织孵化中心',
      address: '文昌路1号',
      phone: '0374-3560000',
      seats: '4',
    };
    const bad = await visit(door, '/admin', { ...hiddenOf(html), ...about, regionCode: '41102' });
    expect(bad.status).toBe(422);
    const good = await visit(door, '/admin', { ...hiddenOf(html), ...about, regionCode: '411025001' });
    expect(good).toMatchObject({ status: 303, location: '/admin/people' });
    expect((await visit(door, '/admin')).html).not.toContain('name="regionCode"');
    await empty.close();
  });

  test('each administrator sees their own doors', async () => {
    const doors = async (who: string) =>
      [...(await go(who, '/admin')).html.matchAll(/href="\/admin\/(\w+)"/g)].map((m) => m[1]);
    expect(await doors('director')).toEqual([
      'center',
      'programs',
      'calls',
      'rubrics',
      'calendar',
      'seats',
      'history',
      'people',
    ]);
    expect(await doors('admin')).toEqual(['people', 'outbox', 'jobs']);
    expect(await doors('auditor')).toEqual(['history', 'security', 'jobs']);
    expect(await doors('manager')).toEqual(['seats']);
  });
});
