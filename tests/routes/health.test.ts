import { afterEach, describe, expect, it } from 'vitest';
import type { DoorContext } from '#app/http/context.ts';
import { createFigures } from '#app/jobs/watching/figures.server.ts';
import { leastSpace, readinessOf } from '#app/jobs/watching/readiness.server.ts';
import { noteDone } from '#app/operations/keeping/keeping-dates.server.ts';
import { unlessOut } from '#db/outages.server.ts';
import { temporaryStore } from '#tests/database.ts';
import { openWorld } from '#tests/world.ts';
import { buildOf, closeAll, formHeaders, page, serve } from './front-server.ts';

afterEach(closeAll);

const token = 'a-token-of-some-length';
const failing = (code: string) => Object.assign(new Error('no'), { code });

describe('/metrics', () => {
  it('[ASVS 13.4.5] is a page that does not exist without a token, as without the right one; /healthz says ok and no more', async () => {
    const none = await serve(buildOf({}));
    expect((await none.ask('/metrics', { headers: { authorization: `Bearer ${token}` } })).status).toBe(404);
    const some = await serve(buildOf({}), { metrics: { token, text: async () => 'figures' } });
    const headers = [
      {},
      { authorization: 'Bearer wrong' },
      { authorization: token },
      { authorization: `Bearer ${token}x` },
    ];
    for (const wrong of headers) {
      const answer = await some.ask('/metrics', { headers: wrong as Record<string, string> });
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain('figures');
    }
    const right = await some.ask('/metrics', { headers: { authorization: `Bearer ${token}` } });
    expect([right.status, right.text]).toEqual([200, 'figures']);
    expect((await some.ask('/healthz')).text).toBe('{"ok":true}');
    const unfit = await serve(buildOf({}), { ready: async () => ({ ok: false, code: 'disk' }) });
    expect((await unfit.ask('/readyz')).text).toBe('{"ok":false,"code":"disk"}');
    for (const path of ['/api', '/api/docs', '/openapi.json', '/swagger', '/debug', '/status', '/__manifest'])
      expect((await some.ask(path)).status, path).toBe(404);
    const post = (path: string, more: Readonly<Record<string, string>> = {}) =>
      some.ask(path, { method: 'POST', headers: { ...formHeaders(some), ...more } });
    const unshown = await post('/metrics');
    expect([unshown.status, unshown.headers.allow]).toEqual([404, undefined]);
    for (const sent of [await post('/metrics', { authorization: `Bearer ${token}` }), await post('/healthz')])
      expect([sent.status, sent.headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it('counts by route and refusal, tells what waits and how old things are, and has no word of a person in it', async () => {
    const world = await openWorld();
    const figures = createFigures(world.house, world.folder);
    const served = await serve(buildOf({ record: { path: 'applications/:id', module: page() } }), {
      onAnswer: figures.answered,
    });
    for (let i = 0; i < 30; i += 1)
      await served.ask(`/applications/张三-1380000${1000 + i}`.replace('张三', '%E5%BC%A0'));
    await served.ask('/applications/x', { method: 'TRACE' });
    await served.ask('/applications/x', { method: 'POST', headers: { origin: 'http://evil.example' } });
    await noteDone(world.house, 'backup', world.clock.now());
    world.clock.advance(90_000);
    const text = await figures.text();
    expect(text).toContain('hatchery_requests_total{route="record",method="GET",status="200",refusal=""} 30');
    expect(text).toContain('refusal="origin"');
    expect(text).toContain('method="other",status="405",refusal="method"');
    expect(text).toContain('hatchery_backup_age_seconds 90');
    expect(text).toContain('hatchery_restore_verified_age_seconds Nan');
    for (const name of [
      'timers_due',
      'timers_oldest_seconds',
      'outbox_open',
      'outbox_oldest_seconds',
      'sessions',
      'database_wal_bytes',
      'file_store_bytes',
    ])
      expect(text, name).toMatch(new RegExp(`^hatchery_${name} `, 'm'));
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
    expect(text).toMatch(/^process_resident_memory_bytes /m);
    expect(text).not.toMatch(/1380000|%E5|test\.example|evil/);
    await world.close();
  });
});

describe('/readyz', () => {
  it('is fit with a database that can be written, up to date, and room on the disk; else its code says what is not', async () => {
    const world = await openWorld();
    const ready = (space = leastSpace) => readinessOf(world.house, world.folder, async () => space)();
    expect(await ready()).toEqual({ ok: true });
    expect(await ready(leastSpace - 1)).toEqual({ ok: false, code: 'disk' });
    expect(
      await world.store.read.selectFrom('instance').select('name').where('name', '=', 'probe').execute(),
    ).toEqual([]);
    const readOnly = {
      ...world.house,
      store: { ...world.store, write: () => Promise.reject(failing('SQLITE_READONLY')) },
    };
    expect(await readinessOf(readOnly, world.folder)()).toEqual({ ok: false, code: 'database' });
    await world.store.write((trx) => trx.deleteFrom('migration').where('name', 'like', '0004%').execute());
    expect(await ready()).toEqual({ ok: false, code: 'migrations' });
    await world.close();
  });

  it('is unfit with an empty database', async () => {
    const { store, folder, remove } = await temporaryStore();
    const house = { store, clock: { now: () => '2026-03-02T01:00:00.000Z' } };
    expect(await readinessOf(house, folder)()).toEqual({ ok: false, code: 'database' });
    await remove();
  });
});

describe('a database that does not answer for a while', () => {
  const broken = (code: string) =>
    buildOf({ page: { path: 'page', module: page({ loader: () => Promise.reject(failing(code)) }) } });
  // entry.server.tsx tells the context; the small app has an entry of its own
  const telling = (code: string, outage: DoorContext['outage']) => {
    const build = broken(code);
    build.entry.module.handleError = (_error, { context }) => {
      (context as unknown as DoorContext).outage = outage as NonNullable<typeof outage>;
    };
    return build;
  };

  it('is said to be busy, with when to try again', async () => {
    const served = await serve(telling('SQLITE_BUSY', 'busy'));
    const answer = await served.ask('/page');
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(answer.text).toContain(String(answer.headers['x-request-id']));
  });

  it('is said to be out of space', async () => {
    const served = await serve(telling('SQLITE_FULL', 'full'));
    expect((await served.ask('/page')).status).toBe(507);
  });

  it('is said so too where the front itself asked it, and every other failure is one of ours', async () => {
    for (const [code, status] of [
      ['SQLITE_BUSY', 503],
      ['SQLITE_FULL', 507],
      ['53100', 507],
      ['57P01', 503],
      ['SQLITE_CORRUPT', 500],
    ] as const) {
      const served = await serve(buildOf({}), { loadContext: () => Promise.reject(failing(code)) });
      expect((await served.ask('/')).status, code).toBe(status);
    }
  });

  it('keeps nobody from what can do without it', async () => {
    expect(await unlessOut(() => Promise.reject(failing('SQLITE_FULL')))).toBeUndefined();
    await expect(unlessOut(() => Promise.reject(failing('SQLITE_CORRUPT')))).rejects.toThrow();
    expect(await unlessOut(() => 'done')).toBe('done');
  });
});
