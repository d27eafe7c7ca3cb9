import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loader as call } from '#app/routes/public/call.tsx';
import { loader as certificate } from '#app/routes/public/certificate.tsx';
import { loader as certificates } from '#app/routes/public/certificates.tsx';
import { loader as directory } from '#app/routes/public/directory.tsx';
import { loader as entry } from '#app/routes/public/directory-entry.tsx';
import { loader as home } from '#app/routes/public/home.tsx';
import { action as chooseLanguage } from '#app/routes/public/language.tsx';
import { loader as elsewhere } from '#app/routes/public/not-found.tsx';
import { openWorld, type World } from '#tests/world.ts';
import { doorOf, getting, posting, thrown } from './door.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const change = (id: string, values: Record<string, string | number | null>) =>
  world.store.write((trx) => trx.updateTable('organization').set(values).where('id', '=', id).execute());

/** An organization that everyone may see. */
async function listed(name: string, more: Record<string, string | number | null> = {}): Promise<string> {
  const { id } = await world.organization({ name });
  await change(id, { standing: 'incubated', listed: 1, joined_on: '2026-01-05', ...more });
  return id;
}

describe('the first page', () => {
  it('shows the center, its open call and its figures', async () => {
    await listed('襄城县城关街道文昌社区夕阳红服务队');
    await world.store.write((trx) =>
      trx
        .insertInto('counter')
        .values([
          { center_id: world.centerId, lifecycle: 'incubation', state: 'active', count: 3 },
          { center_id: world.centerId, lifecycle: 'incubation', state: 'graduated', count: 2 },
          { center_id: world.centerId, lifecycle: 'incubation', state: 'exited', count: 1 },
          { center_id: world.centerId, lifecycle: 'application', state: 'draft', count: 9 },
          { center_id: world.centerId, lifecycle: 'application', state: 'screening', count: 4 },
        ])
        .execute(),
    );
    const view = await home(getting(await doorOf(world), '/'));
    expect(view.centers.map((c) => c.name)).toEqual(['城关街道社会组织孵化中心']);
    expect(view.calls.map((c) => c.id)).toEqual([world.callId]);
    expect(view.figures).toEqual({ applying: 4, incubating: 3, graduated: 2, left: 1, onNotice: 0 });
    expect(view.organizations).toHaveLength(1);
  });

  it('leaves out calls that are not published, or over', async () => {
    await world.store.write(async (trx) => {
      await trx.updateTable('call').set({ published_at: null }).where('id', '=', world.callId).execute();
    });
    expect((await home(getting(await doorOf(world), '/'))).calls).toEqual([]);
    await world.store.write(async (trx) => {
      await trx
        .updateTable('call')
        .set({ published_at: '2026-01-01T00:00:00.000Z', closes_at: '2026-02-01T16:00:00.000Z' })
        .where('id', '=', world.callId)
        .execute();
    });
    expect((await home(getting(await doorOf(world), '/'))).calls).toEqual([]);
  });
});

describe('a call', () => {
  it('says what it is and by which settings it is decided', async () => {
    const view = await call(getting(await doorOf(world), `/calls/${world.callId}`, { id: world.callId }));
    expect(view).toMatchObject({ title: '2026年第一批招募', quota: 10, settings: { noticeDays: 5 } });
    expect(view.road[0]).toBe('draft');
  });

  it('does not exist before it is published', async () => {
    await world.store.write((trx) =>
      trx
        .updateTable('call')
        .set({ published_at: '2026-06-01T00:00:00.000Z' })
        .where('id', '=', world.callId)
        .execute(),
    );
    const door = await doorOf(world);
    const answer = await thrown(() => call(getting(door, `/calls/${world.callId}`, { id: world.callId })));
    expect(answer.status).toBe(404);
  });
});

describe('the directory', () => {
  it('lists who is or was incubated here, and nobody else', async () => {
    const here = await listed('文昌夕阳红服务队');
    const gone = await listed('紫云互助社', { standing: 'exited' });
    const { id: applying } = await world.organization({ name: '东街志愿队' });
    const view = await directory(getting(await doorOf(world), '/directory'));
    expect(view.organizations.map((o) => o.id)).toEqual([here]);
    const door = await doorOf(world);
    for (const id of [gone, applying]) {
      const answer = await thrown(() => entry(getting(door, `/directory/${id}`, { id })));
      expect(answer.status).toBe(404);
    }
  });

  it('is searched by name, field and community, page by page', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 30; n += 1)
      ids.push(await listed(`第${n}志愿服务队`, { fields: n % 2 ? '["legal"]' : '["elderly","other"]' }));
    await change(ids[7] ?? '', { community: '紫云社区' });
    const door = await doorOf(world);
    const seen: string[] = [];
    let address: string | null = '/directory?q=%E5%BF%97%E6%84%BF';
    while (address !== null) {
      const page: Awaited<ReturnType<typeof directory>> = await directory(getting(door, address));
      seen.push(...page.organizations.map((o) => o.id));
      address = page.next;
    }
    expect(seen).toEqual([...ids].reverse());
    const byField = await directory(getting(door, '/directory?field=legal&size=50'));
    expect(byField.organizations).toHaveLength(15);
    const byCommunity = await directory(
      getting(door, `/directory?community=${encodeURIComponent('紫云社区')}`),
    );
    expect(byCommunity.organizations.map((o) => o.id)).toEqual([ids[7]]);
    expect(byCommunity.communities).toEqual(['文昌社区', '紫云社区']);
  });

  it('goes back to the page before', async () => {
    for (let n = 0; n < 60; n += 1) await listed(`第${n}志愿服务队`);
    const door = await doorOf(world);
    const first = await directory(getting(door, '/directory'));
    const second = await directory(getting(door, first.next ?? ''));
    const back = await directory(getting(door, second.previous ?? ''));
    expect(back.organizations.map((o) => o.id)).toEqual(first.organizations.map((o) => o.id));
    expect(back.previous).toBeNull();
    expect(first.previous).toBeNull();
  });

  it('tells nothing that belongs to a person', async () => {
    const id = await listed('文昌夕阳红服务队', {
      person_name: '欧阳建国',
      phone: '13800001234',
      email: 'x@y.cn',
      address: '文昌路1号3单元',
    });
    const door = await doorOf(world);
    const pages = [
      await entry(getting(door, `/directory/${id}`, { id })),
      await directory(getting(door, '/directory')),
      await home(getting(door, '/')),
    ];
    const said = JSON.stringify(pages);
    for (const secret of ['欧阳建国', '13800001234', 'x@y.cn', '3单元']) expect(said).not.toContain(secret);
  });
});

describe('a certificate', () => {
  async function issued(): Promise<void> {
    const id = await listed('文昌夕阳红服务队', { standing: 'graduated' });
    await world.store.write(async (trx) => {
      const facts = JSON.stringify({ deadlines: {}, late: [], recused: [] });
      await trx
        .insertInto('graduation')
        .values({
          id: 'g',
          center_id: world.centerId,
          organization_id: id,
          organization_name: '文昌夕阳红服务队',
          parent_id: null,
          kind: null,
          number: null,
          state: 'certified',
          state_since: world.clock.now(),
          version: 1,
          machine_version: 1,
          facts,
          due_at: null,
          late: 0,
          score: null,
          responsible_id: null,
          created_at: world.clock.now(),
          updated_at: world.clock.now(),
        })
        .execute();
      await trx
        .insertInto('certificate')
        .values({
          number: 'CK-2026-0001',
          center_id: world.centerId,
          graduation_id: 'g',
          organization_name: '文昌夕阳红服务队',
          issued_on: '2026-02-01',
          revoked_on: null,
          revoked_for: null,
        })
        .execute();
    });
  }
  const check = async (number: string) =>
    certificate(getting(await doorOf(world), `/certificates/${encodeURIComponent(number)}`, { number }));

  it('is valid, however its number is typed', async () => {
    await issued();
    const answer = await check('ｃｋ-2026-0001 ');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      number: 'CK-2026-0001',
      certificate: { organizationName: '文昌夕阳红服务队' },
    });
  });

  it('is revoked, without the grounds being told', async () => {
    await issued();
    await world.store.write((trx) =>
      trx.updateTable('certificate').set({ revoked_on: '2026-02-20', revoked_for: '李四伪造材料' }).execute(),
    );
    const text = await (await check('CK-2026-0001')).text();
    expect(text).toContain('2026-02-20');
    expect(text).not.toContain('李四');
  });

  it('is unknown', async () => {
    const answer = await check('CK-2026-9999');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ certificate: null });
  });

  it('is asked for by a plain form', async () => {
    const door = await doorOf(world);
    expect(await certificates(getting(door, '/certificates'))).toMatchObject({ missing: false });
    expect(await certificates(getting(door, '/certificates?number=+'))).toMatchObject({ missing: true });
    const answer = await thrown(() => certificates(getting(door, '/certificates?number=CK-2026-0001')));
    expect(answer.headers.get('location')).toBe('/certificates/CK-2026-0001');
    const strange = await thrown(() => certificates(getting(door, '/certificates?number=..%2F..%2Fadmin')));
    expect(strange.headers.get('location')).toBe('/certificates/..%2F..%2Fadmin');
  });
});

describe('choosing a language', () => {
  it('is remembered by the browser, and goes back to the page', async () => {
    const door = await doorOf(world);
    const answer = await thrown(() =>
      chooseLanguage(posting(door, '/language', { locale: 'en', back: '/directory' })),
    );
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/directory');
    expect(answer.headers.get('set-cookie')).toMatch(/^language=en; Path=\/; HttpOnly; SameSite=Lax/);
  });

  it('is kept with the account of who is signed in', async () => {
    const door = await doorOf(world, 'manager');
    await thrown(() => chooseLanguage(posting(door, '/language', { locale: 'en', back: '/desk' })));
    const person = await world.store.read
      .selectFrom('person')
      .select('locale')
      .where('id', '=', world.idOf('manager'))
      .executeTakeFirstOrThrow();
    expect(person.locale).toBe('en');
  });

  it('goes to no other site, and takes no other language', async () => {
    const door = await doorOf(world);
    const away = await thrown(() =>
      chooseLanguage(posting(door, '/language', { locale: 'en', back: '//evil.example' })),
    );
    expect(away.headers.get('location')).toBe('/');
    const strange = await thrown(() =>
      chooseLanguage(posting(door, '/language', { locale: 'xx', back: '/' })),
    );
    expect(strange.status).toBe(422);
  });
});

it('an address that is no page says so', async () => {
  const answer = await thrown(() => elsewhere());
  expect(answer.status).toBe(404);
});
