import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endSession } from '#app/operations/people/end-sessions.server.ts';
import { sessionsOf } from '#db/reads/sessions.server.ts';
import { closeSessionsOf } from '#db/writes/sessions.server.ts';
import { type Served, serveWorld } from '#tests/served.ts';
import { openWorld, type World } from '#tests/world.ts';

let world: World;
let served: Served;

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world);
  await world.person('director2', 'director', 'center', world.centerId);
}, 60_000);
afterAll(async () => {
  await served.close();
  await world.close();
});

const words = '业务范围与孵化中心的章程不符，建议改报其他项目';

/** The form by which the director refuses an application under screening. */
async function screened() {
  const { id, lead } = await world.draft();
  await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
  await world.must('manager', 'application', id, 'accept');
  return { form: `/applications/${id}/refusal` };
}
const drafts = (place: string) =>
  world.store.read.selectFrom('form_draft').selectAll().where('place', '=', place).execute();
const textOf = async (cookie: string, path: string) => (await served.get(cookie, path)).text();

describe('a form that is sent after its session was ended by somebody', () => {
  test.each([
    [
      'ended on another device',
      async () => {
        const [session] = await sessionsOf(world.store.read, world.idOf('director'));
        await endSession(world.house, world.idOf('director'), session?.id ?? '', '::1', { elsewhere: true });
      },
    ],
    [
      'ended because the password was changed',
      () => world.store.write((trx) => closeSessionsOf(trx, world.idOf('director'), world.clock.now())),
    ],
  ])('waits also where the session was %s', async (_, end: () => Promise<unknown>) => {
    const { form } = await screened();
    const session = await served.cookieOf('director');
    await end();
    const answer = await served.post(session, form, { key: 'after-the-end', version: '3', reason: words });
    const browser = answer.headers.getSetCookie().find((line) => line.startsWith('kept='));
    const cookie = `${await served.cookieOf('director')}; ${browser?.split(';')[0]}`;
    expect(await textOf(cookie, form)).toContain(words);
    expect(await drafts(form)).toHaveLength(1);
  });

  test('is not kept for somebody whose account was closed', async () => {
    const { form } = await screened();
    const session = await served.cookieOf('director2');
    const set = (disabled_at: string | null) =>
      world.store.write((trx) =>
        trx.updateTable('person').set({ disabled_at }).where('id', '=', world.idOf('director2')).execute(),
      );
    await set(world.clock.now());
    await served.post(session, form, { key: 'of-a-closed-one', version: '3', reason: words });
    await set(null);
    expect(await drafts(form)).toEqual([]);
  });
});
