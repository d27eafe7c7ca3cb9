import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptSince, leastSecurityLogMs, purgeKinds, retention } from '#app/domain/keeping/retention.ts';
import { verifyWholeHistory } from '#app/operations/engine/verify-history.server.ts';
import { duePurges, purge } from '#app/operations/keeping/purge.server.ts';
import { note } from '#app/operations/people/security-log.server.ts';
import { insertApart } from '#db/writes/engine.server.ts';
import { openWorld, type World } from '#tests/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const day = 86_400_000;
const consent = { consent: true, truth: true };
const rowsOf = async (table: 'application_section' | 'document' | 'snapshot', id: string) => {
  const column = table === 'document' ? 'record_id' : 'application_id';
  return (
    await world.store.read
      .selectFrom(table)
      .selectAll()
      .where(column as never, '=', id as never)
      .execute()
  ).length;
};

/** An application that its applicant took back after it was sent in, with something kept apart. */
async function takenBack() {
  const made = await world.draft();
  await world.must(made.lead, 'application', made.id, 'submit', consent);
  await world.must(made.lead, 'application', made.id, 'withdraw', { reason: '另有安排' });
  await world.store.write(async (trx) => {
    const { seq } = await trx
      .selectFrom('history')
      .select('seq')
      .where('record_id', '=', made.id)
      .executeTakeFirstOrThrow();
    await insertApart(trx, seq, JSON.stringify({ contact: '13800001234' }));
  });
  return made;
}

describe('what is kept how long', () => {
  it('has a period and a source for every kind, and the security log never less than half a year', () => {
    for (const kind of purgeKinds) {
      expect(retention[kind].source.length).toBeGreaterThan(5);
      expect(keptSince(kind, '2026-03-02T00:00:00.000Z') < '2026-03-02').toBe(true);
    }
    expect(retention.securityEvents.keptMs).toBeGreaterThanOrEqual(leastSecurityLogMs);
    expect(retention.idempotency.keptMs).toBeGreaterThanOrEqual(day);
  });
});

describe('purging', () => {
  it('removes an application that came to nothing after two years: people, not the record and its chain', async () => {
    const { id, organizationId } = await takenBack();
    world.clock.advance(2 * 365 * day - 3_600_000);
    expect((await purge(world.house)).get('refusedApplications')).toBeUndefined();
    expect(await rowsOf('document', id)).toBeGreaterThan(0);
    world.clock.advance(2 * 3_600_000);
    expect((await duePurges(world.store.read, world.clock.now())).refusedApplications).toBe(1);
    expect((await purge(world.house)).get('refusedApplications')).toBe(1);
    expect(await rowsOf('application_section', id)).toBe(0);
    expect(await rowsOf('document', id)).toBe(0);
    const snapshot = await world.store.read
      .selectFrom('snapshot')
      .selectAll()
      .where('application_id', '=', id)
      .executeTakeFirstOrThrow();
    expect([snapshot.content, snapshot.hash.length]).toEqual(['', 64]);
    expect(await world.store.read.selectFrom('event_apart').selectAll().execute()).toEqual([]);
    const organization = await world.store.read
      .selectFrom('organization')
      .selectAll()
      .where('id', '=', organizationId)
      .executeTakeFirstOrThrow();
    expect([organization.person_name, organization.phone, organization.email]).toEqual([null, null, null]);
    expect(await world.stateOf('application', id)).toBe('withdrawn');
    const verified = await verifyWholeHistory(world.store.read);
    expect([verified.records, verified.faults]).toEqual([1, []]);
    expect((await purge(world.house)).get('refusedApplications')).toBeUndefined();
  });

  it('removes a discarded draft after ninety days, and no submitted one by then', async () => {
    const draft = await world.draft();
    await world.must(draft.lead, 'application', draft.id, 'discard');
    const sent = await takenBack();
    world.clock.advance(91 * day);
    expect((await purge(world.house)).get('drafts')).toBe(1);
    expect(await rowsOf('application_section', draft.id)).toBe(0);
    expect(await rowsOf('application_section', sent.id)).toBeGreaterThan(0);
    expect((await verifyWholeHistory(world.store.read)).faults).toEqual([]);
  });

  it('leaves what lives, and the contacts of an organization that applies again', async () => {
    const living = await world.draft();
    const gone = await takenBack();
    await world.store.write((trx) =>
      trx
        .updateTable('application')
        .set({ organization_id: gone.organizationId })
        .where('id', '=', living.id)
        .execute(),
    );
    world.clock.advance(3 * 365 * day);
    await purge(world.house);
    expect(await rowsOf('application_section', living.id)).toBeGreaterThan(0);
    const organization = await world.store.read
      .selectFrom('organization')
      .select('phone')
      .where('id', '=', gone.organizationId)
      .executeTakeFirstOrThrow();
    expect(organization.phone).toBe('13800001234');
  });

  it('removes answers, sessions, links, messages and the security log when their time is over, in batches, and remembers how many', async () => {
    const now = world.clock.now();
    const person = world.idOf('manager');
    const noteNow = () =>
      world.store.write((trx) =>
        note(trx, { kind: 'sign_in', at: world.clock.now(), personId: person, address: '10.0.0.1' }),
      );
    await world.store.write(async (trx) => {
      for (let i = 0; i < 450; i += 1)
        await trx
          .insertInto('idempotency')
          .values({
            person_id: person,
            key: `k${i}`,
            body_hash: '',
            answer: '{}',
            created_at: new Date(Date.parse(now) + i).toISOString(),
          })
          .execute();
      await trx
        .insertInto('link')
        .values({
          id: 'l',
          purpose: 'reset',
          person_id: person,
          payload: '{}',
          created_at: now,
          expires_at: now,
          used_at: null,
        })
        .execute();
      await trx
        .insertInto('outbox')
        .values([
          {
            id: 'sent',
            kind: 'letter',
            payload: '{"to":"zhang@test.example"}',
            created_at: now,
            try_at: now,
            tries: 0,
            delivered_at: now,
            failure: null,
          },
          {
            id: 'open',
            kind: 'letter',
            payload: '{}',
            created_at: now,
            try_at: now,
            tries: 0,
            delivered_at: null,
            failure: null,
          },
        ])
        .execute();
    });
    await noteNow();
    world.clock.advance(2 * day);
    expect((await purge(world.house)).size).toBe(0);
    world.clock.advance(1000);
    expect([...(await purge(world.house))]).toEqual([['idempotency', 450]]);
    world.clock.advance(100 * day);
    expect([...(await purge(world.house))].map(([kind]) => kind)).toEqual(['links', 'outbox']);
    expect((await world.store.read.selectFrom('outbox').select('id').execute()).map((row) => row.id)).toEqual(
      ['open'],
    );
    world.clock.advance(1100 * day);
    expect((await purge(world.house)).get('securityEvents')).toBe(1);
    await noteNow();
    const tamper = world.store.write((trx) => trx.deleteFrom('security_event').execute());
    await expect(tamper).rejects.toThrow('append-only');
    const runs = await world.store.read.selectFrom('purge_run').select(['kind', 'removed']).execute();
    // three batches, one run, one line
    expect(runs.filter((run) => run.kind === 'idempotency')).toEqual([{ kind: 'idempotency', removed: 450 }]);
  });
});
