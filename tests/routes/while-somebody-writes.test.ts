import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serveWorld } from '#tests/served.ts';
import { openWorld, type World } from '#tests/world.ts';

let world: World;
let served: Served;

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world, { rateLimits: true });
}, 60_000);
afterAll(async () => {
  await served.close();
  await world.close();
});

/** Holds a transaction open, as a register does that is brought in. */
function holdOpen() {
  let letGo = () => {};
  const held = world.store.write(
    () =>
      new Promise<void>((resolve) => {
        letGo = resolve;
      }),
  );
  return async () => {
    letGo();
    await held;
  };
}

test('pages are shown while somebody writes for long; what they note by the way is noted at a later visit', async () => {
  const { id, lead } = await world.draft();
  const cookie = await served.cookieOf(lead);
  const path = `/applications/${id}`;
  const notes = async () => {
    const session = await world.store.read
      .selectFrom('session')
      .select('seen_at')
      .where('person_id', '=', world.idOf(lead))
      .executeTakeFirstOrThrow();
    const marks = await world.store.read
      .selectFrom('seen_mark')
      .select('record_id')
      .where('record_id', '=', id)
      .execute();
    return { usedAt: session.seen_at, marks: marks.length };
  };
  const before = await notes();
  world.clock.advance(5 * 60_000);
  const end = holdOpen();
  try {
    expect((await served.get(cookie, path)).status).toBe(200);
    expect((await served.get(cookie, '/desk')).status).toBe(200);
    // on PostgreSQL nobody waits for another's transaction, and everything is noted at once
    if (world.store.dialect === 'sqlite') expect(await notes()).toEqual(before);
  } finally {
    await end();
  }
  expect((await served.get(cookie, path)).status).toBe(200);
  expect(await notes()).toEqual({ usedAt: world.clock.now(), marks: 1 });
});
