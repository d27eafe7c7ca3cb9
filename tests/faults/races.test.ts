import { afterAll, beforeAll, expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import { historyOf } from '#db/reads/history.server.ts';
import { checkRecord } from '#tests/operations/model/invariants.ts';
import { type Served, serveWorld } from '#tests/served.ts';
import { openWorld, type World } from '#tests/world.ts';
import { tellFigure, times } from './figures.ts';

const posts = 16;
let world: World;
let served: Served;
const sum = { races: 0, wins: 0, wrong: 0, sameKey: 0 };

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world);
});
afterAll(async () => {
  await served.close();
  await world.close();
  tellFigure({
    row: 6,
    promise: 'Sixteen at once: one moves, the others hear that it was moved',
    tried: `${sum.races} races of ${posts} posts, ${sum.wins} won, ${sum.sameKey} races of one form sent ${posts} times`,
    lost: sum.wrong,
  });
});

/** An application that waits to be accepted. */
async function submitted(): Promise<string> {
  const { id, lead } = await world.draft();
  await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
  return id;
}

async function race(id: string, keyOf: (post: number) => string): Promise<readonly number[]> {
  const cookie = await served.cookieOf('manager');
  const { row } = await world.record('application', id);
  const form = { version: String(row.version) };
  const answers = await Promise.all(
    Array.from({ length: posts }, (_, i) =>
      served.post(cookie, paths.event('application', id, 'acceptance'), { ...form, key: keyOf(i) }),
    ),
  );
  await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  return answers.map((answer) => answer.status);
}

async function acceptances(id: string): Promise<number> {
  const chain = await historyOf(world.store.read, 'application', id);
  return chain.filter((event) => event.event === 'accept').length;
}

test('of sixteen who accept the same application, one does', async () => {
  for (let i = 0; i < times(200); i += 1) {
    const id = await submitted();
    const statuses = await race(id, (post) => `race-${i}-${post}-key`);
    const won = statuses.filter((status) => status === 303).length;
    const refused = statuses.filter((status) => status === 409).length;
    sum.races += 1;
    sum.wins += won;
    if (won !== 1 || refused !== posts - 1 || (await acceptances(id)) !== 1) sum.wrong += 1;
    expect({ won, refused }, `race ${i}`).toEqual({ won: 1, refused: posts - 1 });
    expect(await acceptances(id)).toBe(1);
    if (i % 20 === 0) await checkRecord(world, 'application', id);
  }
});

test('one form that is sent sixteen times at once has one effect, and every sender the same answer', async () => {
  for (let i = 0; i < times(50); i += 1) {
    const id = await submitted();
    const statuses = await race(id, () => `again-${i}-key`);
    sum.sameKey += 1;
    const once = (await acceptances(id)) === 1;
    if (!once) sum.wrong += 1;
    expect(new Set(statuses), `race ${i}`).toEqual(new Set([303]));
    expect(once).toBe(true);
  }
});
