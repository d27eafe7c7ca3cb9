import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { advance } from '#app/operations/advance.server.ts';
import { deliverOutbox } from '#app/operations/deliver-outbox.server.ts';
import {
  checkpointHolds,
  dailyCheckpoint,
  takeCheckpoint,
} from '#app/operations/engine/checkpoint.server.ts';
import { fireDueTimersOf } from '#app/operations/engine/fire-timers.server.ts';
import { verifyHistory } from '#app/operations/engine/verify-history.server.ts';
import type { House } from '#app/operations/house.ts';
import { migrate } from '#db/migrate.server.ts';
import { newestCheckpoints } from '#db/reads/admin-history.server.ts';
import { nextInSequence } from '#db/writes/records.server.ts';
import { reserveSeat } from '#db/writes/seats.server.ts';
import { newPlace, openPlace, removePlace } from '#tests/database.ts';
import { monday, type World } from '#tests/world.ts';
import { openTwoHouses } from './two-stores.ts';

let world: World;
let other: House;
let close: () => Promise<void>;
let houses: readonly House[];

beforeEach(async () => {
  ({ world, other, close } = await openTwoHouses());
  houses = [world.house, other];
});
afterEach(() => close());

const turnsOf = <T>(count: number, work: (house: House, n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => work(houses[n % 2] as House, n)));

const submission = { consent: true, truth: true };

describe('two processes on one database', () => {
  test('move a record once, however many send the same', async () => {
    const { id, lead } = await world.draft();
    const actor = await world.as(lead);
    const { version } = (await world.record('application', id)).row;
    const answers = await turnsOf(16, (house, n) =>
      advance(house, {
        lifecycle: 'application',
        id,
        event: 'submit',
        input: submission,
        actor,
        version,
        requestId: `request ${n}`,
        idempotency: { key: `key ${n}`, bodyHash: 'same' },
      }),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const codes = answers.flatMap((answer) => (answer.ok ? [] : answer.refusals.map((r) => r.code)));
    expect(new Set(codes)).toEqual(new Set(['changedMeanwhile']));
    expect(await verifyHistory(world.store.read, world.centerId)).toMatchObject({ events: 2, faults: [] });
  });

  test('give the same answer to the same form', async () => {
    const { id, lead } = await world.draft();
    const actor = await world.as(lead);
    const answers = await turnsOf(8, (house) =>
      advance(house, {
        lifecycle: 'application',
        id,
        event: 'submit',
        input: submission,
        actor,
        requestId: 'request',
        idempotency: { key: 'one key', bodyHash: 'same' },
      }),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.ok).toBe(true);
    expect((await world.record('application', id)).row.version).toBe(2);
  });

  test('move many records of one center at once, and every count and number is right', async () => {
    const drafts: { readonly id: string; readonly lead: string }[] = [];
    for (let n = 0; n < 16; n += 1) drafts.push(await world.draft());
    const answers = await turnsOf(16, async (house, n) => {
      const { id, lead } = drafts[n] as (typeof drafts)[0];
      return advance(house, {
        lifecycle: 'application',
        id,
        event: 'submit',
        input: submission,
        actor: await world.as(lead),
        requestId: 'request',
      });
    });
    expect(answers.filter((answer) => !answer.ok)).toEqual([]);
    const counted = await world.store.read
      .selectFrom('counter')
      .select(['state', 'count'])
      .where('lifecycle', '=', 'application')
      .where('count', '>', 0)
      .execute();
    const stored = await world.store.read
      .selectFrom('application')
      .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
      .groupBy('state')
      .execute();
    expect(counted).toEqual(stored);
    const numbers = await world.store.read.selectFrom('application').select('number').execute();
    expect(new Set(numbers.map((row) => row.number)).size).toBe(16);
    expect((await verifyHistory(world.store.read, world.centerId)).faults).toEqual([]);
  });

  test('count a sequence without a hole and without a double', async () => {
    const numbers = await turnsOf(24, (house) => house.store.write((trx) => nextInSequence(trx, 'test')));
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, n) => n + 1));
  });

  test('never give one seat to two, and give no more than there are', async () => {
    const made: string[] = [];
    for (let n = 0; n < 8; n += 1) made.push((await world.organization()).id);
    await turnsOf(8, (house, n) =>
      house.store.write((trx) => reserveSeat(trx, world.centerId, made[n] ?? '')),
    );
    const seats = await world.store.read
      .selectFrom('seat')
      .select('organization_id')
      .where('organization_id', 'is not', null)
      .execute();
    expect(seats).toHaveLength(6);
    expect(new Set(seats.map((seat) => seat.organization_id)).size).toBe(6);
  });

  test('fire each timer once', async () => {
    const { id } = await world.draft();
    const before = await world.store.read
      .selectFrom('timer')
      .selectAll()
      .where('record_id', '=', id)
      .execute();
    expect(before.length).toBeGreaterThan(0);
    world.clock.advance(400 * 86_400_000);
    await turnsOf(8, (house) => fireDueTimersOf(house, 'application', id));
    const events = await world.store.read
      .selectFrom('history')
      .select(['event', 'number'])
      .where('record_id', '=', id)
      .where('role', '=', 'clock')
      .execute();
    expect(events.length).toBeGreaterThan(0);
    expect(new Set(events.map((row) => row.event)).size).toBe(events.length);
    expect((await verifyHistory(world.store.read, world.centerId)).faults).toEqual([]);
  });

  test('deliver each letter once', async () => {
    const { id, lead } = await world.draft();
    await world.must(lead, 'application', id, 'submit', submission);
    const waiting = await world.store.read.selectFrom('outbox').select('id').execute();
    expect(waiting.length).toBeGreaterThan(0);
    const sent: string[] = [];
    const mailer = {
      send: async (letter: { readonly key: string }) => {
        sent.push(letter.key);
        await new Promise((resolve) => setTimeout(resolve, 5));
        return { ok: true, value: 'sent' } as const;
      },
      close: () => {},
    };
    await turnsOf(6, (house) => deliverOutbox(house, mailer as never, 'http://test'));
    await deliverOutbox(other, mailer as never, 'http://test');
    expect(new Set(sent).size).toBe(sent.length);
    expect(sent.length).toBeGreaterThan(0);
  });

  test('take the checkpoint of the day once', async () => {
    const { id, lead } = await world.draft();
    await world.must(lead, 'application', id, 'submit', submission);
    const taken = await turnsOf(6, (house) => dailyCheckpoint(house));
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
    expect(await newestCheckpoints(world.store.read, 9)).toHaveLength(1);
  });
});

test('a checkpoint waits for events that are under way, so that it holds when they have come', async () => {
  const { id, lead } = await world.draft();
  await world.must(lead, 'application', id, 'submit', submission);
  let goOn: () => void = () => {};
  const mayEnd = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let written: () => void = () => {};
  const isWritten = new Promise<void>((resolve) => {
    written = resolve;
  });
  const { seq: _seq, ...first } = await world.store.read
    .selectFrom('history')
    .selectAll()
    .where('record_id', '=', id)
    .where('number', '=', 1)
    .executeTakeFirstOrThrow();
  const copy = (house: House, record: string, until?: Promise<void>) =>
    house.store.write(async (trx) => {
      await trx
        .insertInto('history')
        .values({ ...first, record_id: record } as never)
        .execute();
      written();
      await until;
    });
  const early = copy(world.house, 'early', mayEnd);
  await isWritten;
  await copy(other, 'late');
  const taking = takeCheckpoint(other);
  goOn();
  await early;
  const checkpoint = await taking;
  expect(checkpoint.records).toBe(3);
  expect(await checkpointHolds(world.store.read, checkpoint, undefined)).toBe(true);
});

test('who always loses has the database for itself in the end', async () => {
  let done = false;
  let short = 0;
  const shorts = (async () => {
    while (!done) {
      await other.store.write((trx) => nextInSequence(trx, 'contended'));
      short += 1;
    }
  })();
  let tries = 0;
  await world.store.write(async (trx) => {
    tries += 1;
    // what it saw is changed before it writes, until nobody else may write
    await sql`select last from sequence where name = 'contended'`.execute(trx);
    await new Promise((resolve) => setTimeout(resolve, 30));
    await nextInSequence(trx, 'contended');
  });
  done = true;
  await shorts;
  expect(tries).toBeGreaterThan(1);
  expect(tries).toBeLessThan(8);
  const { last } = await world.store.read
    .selectFrom('sequence')
    .select('last')
    .where('name', '=', 'contended')
    .executeTakeFirstOrThrow();
  expect(last).toBe(short + 1);
});

test('what one process is at, another leaves alone, until it ends or dies', async () => {
  const inside = await world.store.alone('work', () => other.store.alone('work', async () => 'twice'));
  expect(inside).toBeNull();
  expect(await other.store.alone('work', async () => 'again')).toBe('again');
  await expect(world.store.alone('work', () => Promise.reject(new Error('failed')))).rejects.toThrow(
    'failed',
  );
  expect(await other.store.alone('work', async () => 'after')).toBe('after');
});

test('many processes that start at once migrate an empty database once', async () => {
  // whether two of them find the table missing at once is chance: several times, with many
  for (let n = 0; n < 3; n += 1) {
    const place = await newPlace(world.folder);
    const stores = await Promise.all(Array.from({ length: 8 }, () => openPlace(place)));
    // all are connected, so that they begin together
    await Promise.all(stores.map((store) => sql`select 1`.execute(store.read)));
    const applied = await Promise.all(stores.map((store) => migrate(store, monday)));
    const rows = await stores[0]?.read.selectFrom('migration').select('name').execute();
    expect(applied.flat().sort()).toEqual(rows?.map((row) => row.name).sort());
    await Promise.all(stores.map((store) => store.close()));
    await removePlace(place);
  }
});
