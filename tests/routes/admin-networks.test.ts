import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtDoors } from '#tests/security/doors.ts';
import { type Served, serveWorld } from '#tests/served.ts';
import { openWorld, type World } from '#tests/world.ts';

let world: World;
let served: Served;

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world, { adminNetworks: '192.168.1.0/24, 2001:db8:a::/48' });
});
afterAll(async () => {
  await served.close();
  await world.close();
});

const ask = async (who: string, path: string, from: string, method = 'GET') =>
  fetch(served.origin + path, {
    method,
    redirect: 'manual',
    headers: {
      cookie: await served.cookieOf(who),
      origin: served.origin,
      'x-forwarded-for': from,
      ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(method === 'POST' ? { body: 'do=disable' } : {}),
  });

describe('the administration', () => {
  it('opens from the networks that are listed', async () => {
    for (const from of ['192.168.1.20', '2001:db8:a::20', '6.6.6.6, 192.168.1.20']) {
      expect((await ask('admin', '/admin', from)).status, from).toBe(200);
      expect((await ask('auditor', '/admin/security', from)).status, from).toBe(200);
    }
  });

  it('is refused everywhere else, page and form, whoever comes, with words and a line in the security log', async () => {
    const doors = (await builtDoors()).filter(({ pattern }) => pattern.startsWith('/admin'));
    expect(doors.length).toBeGreaterThan(15);
    const outside = '203.0.113.9';
    for (const { pattern, canRead, canSend } of doors) {
      const path = pattern.replace(':id', world.idOf('manager'));
      for (const who of ['admin', 'auditor', 'director']) {
        if (canRead) expect((await ask(who, path, outside)).status, path).toBe(403);
        if (canSend) expect((await ask(who, path, outside, 'POST')).status, path).toBe(403);
      }
    }
    // whoever writes a listed address in front of their own is not believed
    expect((await ask('admin', '/admin', `192.168.1.20, ${outside}`)).status).toBe(403);
    const answer = await ask('admin', '/admin/people', '2001:db8:b::1');
    expect(await answer.text()).toContain('不能从当前网络打开');
    const person = await world.store.read
      .selectFrom('person')
      .select('disabled_at')
      .where('id', '=', world.idOf('manager'))
      .executeTakeFirstOrThrow();
    expect(person.disabled_at).toBeNull();
    const noted = await world.store.read
      .selectFrom('security_event')
      .select('address')
      .where('kind', '=', 'network_refused')
      .execute();
    expect(new Set(noted.map(({ address }) => address))).toEqual(new Set([outside, '2001:db8:b::1']));
    expect(noted.length).toBeLessThanOrEqual(20);
  });

  it('is all that is bound to a network: everybody else works from anywhere', async () => {
    for (const path of ['/desk', '/account', '/applications'])
      expect((await ask('manager', path, '203.0.113.9')).status, path).toBe(200);
  });
});
