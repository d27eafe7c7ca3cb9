import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statesOf } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { type LifecycleName, lifecycleNames } from '#app/domain/lifecycles/lifecycle.ts';
import { DEMO_PASSWORD } from '#app/domain/people/demo-account.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { buildDemo } from '#app/jobs/demo/build-demo.server.ts';
import { castOrganizations } from '#app/jobs/demo/cast/organizations.ts';
import { isPassword } from '#app/operations/people/passwords.server.ts';
import { openDesk } from '#app/operations/view/desk-view.server.ts';
import { movableClock } from '#app/outside/clock.server.ts';
import { openFileStore } from '#app/outside/files.server.ts';
import type { Store } from '#db/connection.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { demoAccounts } from '#db/reads/accounts.server.ts';
import { historyOf } from '#db/reads/history.server.ts';
import { instanceValue } from '#db/reads/instance.server.ts';
import { membershipsOf } from '#db/reads/people.server.ts';
import { firstBreak } from '#db/writes/history.server.ts';
import { temporaryStore } from '#tests/database.ts';

const now = '2026-11-24T03:30:00.000Z';
const clock = movableClock(now);
let folder: string;
let store: Store;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ store, folder, remove } = await temporaryStore());
  await migrate(store, now);
  await buildDemo({ store, clock }, { now, files: openFileStore(folder) });
}, 240_000);
afterAll(() => remove());

const as = async (key: string): Promise<Actor> => {
  const person = await store.read
    .selectFrom('person')
    .select(['id', 'name'])
    .where('email', '=', `${key}@demo.test`)
    .executeTakeFirstOrThrow();
  return { personId: person.id, name: person.name, memberships: await membershipsOf(store.read, person.id) };
};
const deskOf = async (key: string) => openDesk({ store, clock }, await as(key));
const records = (lifecycle: LifecycleName) =>
  store.read.selectFrom(lifecycle).select(['id', 'state', 'late', 'kind', 'version']).execute();

describe('the demo center', () => {
  test.each(lifecycleNames)('has a %s in each of its states', async (lifecycle) => {
    const present = new Set((await records(lifecycle)).map((r) => r.state));
    expect(statesOf(lifecycleNamed(lifecycle)).filter((state) => !present.has(state))).toEqual([]);
  });

  test('has evaluations of each kind, some things late, and applications of each track', async () => {
    expect(new Set((await records('evaluation')).map((r) => r.kind))).toEqual(
      new Set(['midterm', 'final', 'special']),
    );
    expect(new Set((await records('application')).map((r) => r.kind))).toEqual(
      new Set(['registered', 'recorded', 'unregistered']),
    );
    expect((await records('application')).filter((r) => r.late === 1).length).toBeGreaterThan(0);
    expect((await records('progress_report')).filter((r) => r.late === 1).length).toBeGreaterThan(0);
  });

  test('was lived through: one event for each change, in chains that hold', async () => {
    for (const lifecycle of lifecycleNames) {
      for (const record of await records(lifecycle)) {
        const chain = await historyOf(store.read, lifecycle, record.id);
        expect(firstBreak(chain), `${lifecycle} ${record.id}`).toBeNull();
        expect(chain.length).toBe(record.version);
        expect(chain.at(-1)?.to_state).toBe(record.state);
        expect(chain.every((event) => event.at <= now)).toBe(true);
      }
    }
  });

  test('leaves no timer that is due', async () => {
    expect(await store.read.selectFrom('timer').selectAll().where('due_at', '<=', now).execute()).toEqual([]);
  });

  test('has two calls that are over, one that is open and one that never closes', async () => {
    const calls = await store.read
      .selectFrom('call')
      .select(['opens_at', 'closes_at', 'published_at'])
      .execute();
    const published = calls.filter((c) => c.published_at !== null && c.opens_at <= now);
    expect(published.filter((c) => c.closes_at !== null && c.closes_at <= now)).toHaveLength(2);
    expect(published.filter((c) => c.closes_at !== null && c.closes_at > now)).toHaveLength(1);
    expect(published.filter((c) => c.closes_at === null)).toHaveLength(1);
  });

  test('has a notice that runs, and one that an objection has stopped', async () => {
    const open = await store.read
      .selectFrom('notice')
      .select('ends_at')
      .where('outcome', 'is', null)
      .execute();
    expect(open.some((n) => n.ends_at !== null && n.ends_at > now)).toBe(true);
    expect(open.some((n) => n.ends_at === null)).toBe(true);
  });

  test('ranks applications by scores that differ', async () => {
    const scores = (await store.read.selectFrom('application').select('score').execute())
      .map((r) => r.score)
      .filter((s): s is number => s !== null);
    expect(scores.every((s) => s >= 5000 && s <= 9800)).toBe(true);
    expect(new Set(scores).size).toBeGreaterThan(15);
    expect(scores.some((s) => s < 7000)).toBe(true);
  });

  test('can be played: its accounts exist, with the one password', async () => {
    const accounts = await demoAccounts(store.read);
    const numbered = (name: string, most: number) =>
      Array.from({ length: most }, (_, i) => `${name}${i + 1}`);
    const keys = [
      ...['director', 'manager', ...numbered('reviewer', 6), ...numbered('assessor', 5), 'mentor'],
      ...[
        'supervisor',
        'supervisor2',
        'payer',
        'party',
        'community',
        'lead',
        'staff',
        'finance',
        'applicant',
      ],
      ...['admin', 'auditor'],
    ];
    const emails = accounts.map((a) => a.email);
    expect([...emails].sort()).toEqual(keys.map((key) => `${key}@demo.test`).sort());
    expect(emails[0]).toBe('director@demo.test');
    const { password_hash } = await store.read
      .selectFrom('person')
      .select('password_hash')
      .where('email', '=', 'lead@demo.test')
      .executeTakeFirstOrThrow();
    expect(await isPassword(password_hash, DEMO_PASSWORD)).toBe(true);
  });

  test.each(['director', 'manager', 'reviewer1', 'assessor1', 'lead', 'applicant', 'party', 'supervisor'])(
    'something waits for %s',
    async (key) => {
      expect((await deskOf(key)).rows).not.toEqual([]);
    },
  );

  test('the director and the manager have several things to do, some due soon and some not', async () => {
    for (const key of ['director', 'manager']) {
      const { rows } = await deskOf(key);
      expect(rows.length).toBeGreaterThan(4);
      expect(new Set(rows.map((r) => r.due)).size).toBeGreaterThan(2);
    }
    expect((await deskOf('manager')).overdue).toBeGreaterThan(0);
  });

  test('each has what the story promises: sheets to score, a report to write, a draft to finish', async () => {
    expect((await deskOf('reviewer1')).rows.map((r) => r.event)).toContain('score');
    for (const n of [2, 3, 4, 5, 6])
      expect((await deskOf(`reviewer${n}`)).rows, `reviewer${n}`).not.toEqual([]);
    expect((await deskOf('assessor1')).rows.map((r) => r.event)).toContain('score');
    expect((await deskOf('lead')).rows.map((r) => [r.lifecycle, r.event])).toContainEqual([
      'progress_report',
      'edit',
    ]);
    expect((await deskOf('applicant')).rows.map((r) => r.event)).toEqual(['submit']);
    expect((await deskOf('supervisor')).rows.map((r) => r.event)).toEqual(
      expect.arrayContaining(['approve', 'dismiss_appeal', 'reject_appeal']),
    );
  });

  test('names nobody: telephones of no one, codes that are made up, one organization for each of the cast', async () => {
    const organizations = await store.read
      .selectFrom('organization')
      .select(['name', 'phone', 'uscc'])
      .execute();
    expect(organizations.map((o) => o.name).sort()).toEqual(castOrganizations.map((c) => c.name).sort());
    expect(organizations.every((o) => o.phone === null || /^1380000\d{4}$/.test(o.phone))).toBe(true);
    expect(organizations.every((o) => o.uscc === null || /^5[123]411[0-9]{3}MJGDEM/.test(o.uscc))).toBe(true);
    const emails = (await store.read.selectFrom('person').select('email').execute()).map((p) => p.email);
    expect(emails.every((email) => /@(demo\.test|(organizations|center)\.example)$/.test(email))).toBe(true);
  });

  test('keeps the content of each document', async () => {
    const files = openFileStore(folder);
    const hashes = await store.read.selectFrom('document').select('sha256').distinct().execute();
    expect(hashes.length).toBeGreaterThan(15);
    for (const { sha256 } of hashes) expect(await files.verify(sha256)).toBe(true);
  });

  test('people have seen what they were told more than two weeks ago, and nothing older waits to be sent', async () => {
    const before = '2026-11-08T00:00:00.000Z';
    const unread = await store.read
      .selectFrom('notification')
      .select('id')
      .where('read_at', 'is', null)
      .where('at', '<', before)
      .execute();
    const unsent = await store.read
      .selectFrom('outbox')
      .select('id')
      .where('delivered_at', 'is', null)
      .where('created_at', '<', before)
      .execute();
    expect([unread.length, unsent.length]).toEqual([0, 0]);
  });

  test('is marked as a demo', async () => {
    expect(await instanceValue(store.read, 'demo')).toBe(now);
  });
});
