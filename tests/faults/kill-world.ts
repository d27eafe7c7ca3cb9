import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beginIncubation } from '#app/domain/lifecycles/incubation/begin.ts';
import { settingsWith } from '#app/domain/settings.ts';
import { sessionCookieOf } from '#app/http/session-cookie.server.ts';
import { beginSession } from '#app/operations/people/begin-session.server.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { setInstanceValue } from '#db/writes/instance.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { type Client, startClient } from './kill-clients.ts';

/** Somebody at work, and the incubation that is their own. */
export type Staff = readonly (readonly [client: Client, incubation: string])[];

/** A data folder with active incubations, one for each of `clients` people at work on them, and a database marked as a test's. */
export async function prepareKillWorld(folder: string, clients: number): Promise<Staff> {
  const world = await openWorld();
  const staff = await staffOf(world, clients);
  await world.store.close();
  copyFileSync(join(world.folder, 'hatchery.db'), join(folder, 'hatchery.db'));
  rmSync(world.folder, { recursive: true, force: true });
  return staff;
}

/** The same in a world that stays open. */
export async function staffOf(world: World, clients: number): Promise<Staff> {
  const at = world.clock.now();
  const calendar = await calendarOfCenter(world.store.read, world.centerId);
  const settings = settingsWith();
  const responsibleId = world.idOf('manager');
  const cookie = sessionCookieOf({ publicUrl: null });
  const made: [Client, string][] = [];
  for (let i = 1; i <= clients; i += 1) {
    const { id: organization } = await world.organization();
    const context = beginIncubation({ calendar, at, settings, residency: 'virtual', responsibleId });
    const incubation = await world.recordIn('incubation', 'active', context, organization);
    const person = { id: responsibleId, email: 'manager@test.example' };
    const { token } = await world.store.write((trx) =>
      beginSession(trx, person, { address: '127.0.0.1', agent: `client ${i}` }, at),
    );
    const header = cookie.set(token).split(';')[0] as string;
    made.push([startClient(`甲${i}`, incubation, header, at.slice(0, 10)), incubation]);
  }
  await world.store.write((trx) => setInstanceValue(trx, 'test', '1'));
  return made;
}
