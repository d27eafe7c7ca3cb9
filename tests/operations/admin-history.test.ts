import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { retryOutboxMessage } from '#app/operations/admin/retry-message.server.ts';
import { dailyCheckpoint, takeCheckpoint } from '#app/operations/engine/checkpoint.server.ts';
import { verifyHistory } from '#app/operations/engine/verify-history.server.ts';
import { historyPage, type RecordKey, recordsToVerify } from '#db/reads/admin-history.server.ts';
import { stuckMessages } from '#db/reads/admin-outbox.server.ts';
import { tamperWith } from '#tests/tampering.ts';
import { openWorld, type World } from '#tests/world.ts';
import { asking, codes } from './admin-asking.ts';

let world: World;
let ids: string[];
beforeEach(async () => {
  world = await openWorld();
  ids = [];
  for (let i = 0; i < 3; i += 1) {
    const { id, lead } = await world.draft();
    await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
    ids.push(id);
  }
});
afterEach(() => world.close());

const tamper = (...statements: string[]): Promise<void> => tamperWith(world.place, statements);

const kinds = async () =>
  (await verifyHistory(world.store.read, world.centerId)).faults.map((f) => [f.kind, f.id, f.number]);

describe('the history', () => {
  test('of a center verifies, with its counts', async () => {
    expect(await verifyHistory(world.store.read, world.centerId)).toMatchObject({
      records: 3,
      events: 6,
      faults: [],
      next: null,
    });
  });

  test('tells a changed event', async () => {
    await tamper(`update history set actor_name = 'x' where record_id = '${ids[1]}' and number = 2`);
    expect(await kinds()).toEqual([['chain', ids[1], 2]]);
  });

  test('tells a deleted event', async () => {
    await tamper(`delete from history where record_id = '${ids[0]}' and number = 2`);
    expect(await kinds()).toEqual([['state', ids[0], 1]]);
  });

  test('tells a state that no event led to', async () => {
    await tamper(`update application set state = 'admitted' where id = '${ids[2]}'`);
    expect(await kinds()).toEqual([['state', ids[2], 2]]);
  });

  test('tells facts that no event led to', async () => {
    await tamper(
      `update application set facts = replace(facts, '"supplementRounds":0', '"supplementRounds":1') where id = '${ids[2]}'`,
    );
    expect(await kinds()).toEqual([['state', ids[2], 2]]);
  });

  test('tells a record whose history is left alone', async () => {
    await tamper(`delete from application where id = '${ids[2]}'`);
    expect(await kinds()).toEqual([['missing', ids[2], null]]);
  });

  test('tells a deleted beginning', async () => {
    await tamper(`delete from history where record_id = '${ids[0]}' and number = 1`);
    expect(await kinds()).toEqual([['chain', ids[0], 1]]);
  });

  test('tells a record without any history', async () => {
    await tamper(`delete from history where record_id = '${ids[0]}'`);
    expect(await kinds()).toEqual([['state', ids[0], null]]);
  });

  test('is gone through a run at a time, each record once', async () => {
    const seen: string[] = [];
    for (let after: RecordKey | null = null; ; ) {
      const [found] = await recordsToVerify(world.store.read, world.centerId, after, 1);
      if (found === undefined) break;
      seen.push(found.recordId);
      after = found;
    }
    expect(seen).toEqual([...ids].sort());
  });

  test('tells a record that vanished whole, by the checkpoint before', async () => {
    const checkpoint = await takeCheckpoint(world.house);
    expect(await kinds()).toEqual([]);
    await tamper(
      `delete from history where record_id = '${ids[2]}'`,
      `delete from application where id = '${ids[2]}'`,
    );
    expect(await kinds()).toEqual([['checkpoint', checkpoint.id, null]]);
  });

  test('may go on after a checkpoint, which still holds', async () => {
    await takeCheckpoint(world.house);
    await world.must('manager', 'application', ids[0]!, 'accept');
    const second = await takeCheckpoint(world.house);
    expect(second.records).toBe(3);
    expect((await verifyHistory(world.store.read, world.centerId)).checkpoints).toBe(2);
    expect(await kinds()).toEqual([]);
  });

  test('gets one checkpoint a day', async () => {
    expect(await dailyCheckpoint(world.house)).not.toBeNull();
    expect(await dailyCheckpoint(world.house)).toBeNull();
    world.clock.advance(86_400_000);
    expect(await dailyCheckpoint(world.house)).not.toBeNull();
  });

  test('is read page by page, newest first, each event once', async () => {
    const db = world.store.read;
    const all = await historyPage(db, world.centerId, {}, 100);
    const seen: number[] = [];
    for (let before: number | undefined; ; ) {
      const page = await historyPage(db, world.centerId, before === undefined ? {} : { before }, 2);
      if (page.length === 0) break;
      seen.push(...page.map((row) => row.seq));
      before = page.at(-1)?.seq;
    }
    expect(seen).toEqual(all.map((row) => row.seq));
  });

  test('is filtered by who did it', async () => {
    const rows = await historyPage(world.store.read, world.centerId, { actor: 'lead2' }, 100);
    expect(rows.map((row) => [row.event, row.record_id])).toEqual([['submit', ids[1]]]);
  });
});

describe('a message that did not arrive', () => {
  test('is put back to the head of the queue by the system administrator alone', async () => {
    const [stuck] = await stuckMessages(world.store.read, 1);
    await world.store.write((trx) =>
      trx
        .updateTable('outbox')
        .set({ tries: 5, try_at: '2027-01-01T00:00:00.000Z' })
        .where('id', '=', stuck!.id)
        .execute(),
    );
    const director = { ...asking(await world.as('director')), id: stuck!.id };
    expect(codes(await retryOutboxMessage(world.house, director))).toEqual(['unseen']);
    const admin = { ...asking(await world.as('admin')), id: stuck!.id };
    expect(codes(await retryOutboxMessage(world.house, admin))).toEqual([]);
    const [after] = await stuckMessages(world.store.read, 1);
    expect(after).toMatchObject({ tries: 0, try_at: world.clock.now() });
  });

  test('is not sent again once it arrived', async () => {
    const [stuck] = await stuckMessages(world.store.read, 1);
    await world.store.write((trx) =>
      trx
        .updateTable('outbox')
        .set({ delivered_at: world.clock.now() })
        .where('id', '=', stuck!.id)
        .execute(),
    );
    const admin = { ...asking(await world.as('admin')), id: stuck!.id };
    expect(codes(await retryOutboxMessage(world.house, admin))).toEqual(['outbox.delivered']);
  });
});
