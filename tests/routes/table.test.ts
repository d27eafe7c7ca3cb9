import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventsOfState, isFinal, statesOf } from '#app/domain/lifecycles/attempt.ts';
import { lifecycles } from '#app/domain/lifecycles/catalogue.ts';
import { lifecycleNames } from '#app/domain/lifecycles/lifecycle.ts';
import { mayRead, roleToSend } from '#app/domain/policy/can.ts';
import { subjectOf } from '#app/operations/subject-for.server.ts';
import { paths } from '#app/paths.ts';
import { type Served, serveWorld } from '#tests/served.ts';
import { openWorld, type World } from '#tests/world.ts';
import { tellFigure } from '../faults/figures.ts';
import { beginning } from './beginning.ts';

/** One person for each role; `lead` and `staff` belong to the organization, `stranger` leads another one. */
const askers = [
  'director',
  'manager',
  'reviewer1',
  'assessor1',
  'mentor',
  'supervisor',
  'payer',
  'party',
  'community',
  'admin',
  'auditor',
  'staff',
  'stranger',
];

let world: World;
let served: Served;
const cookies = new Map<string, string>();
const sum = { asked: 0, wrong: 0 };

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world);
  const other = await world.organization();
  await world.person('stranger', 'lead', 'organization', other.id);
});
afterAll(async () => {
  await served.close();
  await world.close();
  tellFigure({
    row: 8,
    promise: 'Rules cannot be skipped',
    tried: `${sum.asked} posts: every event of every state by ${askers.length + 1} roles and relations`,
    lost: sum.wrong,
  });
});

/** What the table says of somebody who sends an event to a record that stands in a state. */
function expected(may: boolean, sees: boolean, handled: boolean): readonly number[] {
  if (!sees) return [404];
  if (!may) return [403];
  return handled ? [303, 409, 422] : [409];
}

describe.each(lifecycleNames)(
  '[ASVS 2.3.1] [ASVS 8.2.1] %s: who may send what in which state, over HTTP',
  (name) => {
    const lifecycle = lifecycles[name];
    test.each(statesOf(lifecycle))('%s', async (state) => {
      const handled = new Set(isFinal(lifecycle, state) ? [] : eventsOfState(lifecycle, state));
      const made = await world.organization();
      await world.person('staff', 'staff', 'organization', made.id);
      const context = await beginning(world, name);
      let id = await world.recordIn(name, state, context, made.id);
      const wrong: string[] = [];
      let asked = 0;
      for (const who of [...askers, made.lead]) {
        let actor = await world.as(who);
        if (!cookies.has(who)) cookies.set(who, await served.cookieOf(who));
        for (const [event, declaration] of Object.entries(lifecycle.events)) {
          const record = await world.record(name, id);
          const subject = subjectOf(name, record);
          const role = roleToSend(actor, lifecycle, subject, event);
          const answer = await served.post(cookies.get(who)!, paths.event(name, id, declaration.noun), {
            version: String(record.row.version),
          });
          asked += 1;
          const allowed = expected(role !== null, mayRead(actor, lifecycle, subject), handled.has(event));
          if (!allowed.includes(answer.status))
            wrong.push(`${who} ${event}: ${answer.status}, not ${allowed.join(' or ')}`);
          await answer.arrayBuffer();
          const after = await world.record(name, id);
          if (after.row.version !== record.row.version) {
            if (answer.status !== 303)
              wrong.push(`${who} ${event}: refused with ${answer.status}, and yet it moved`);
            const next = await world.organization();
            await world.person('staff', 'staff', 'organization', next.id);
            await world.person(made.lead, 'lead', 'organization', next.id);
            id = await world.recordIn(name, state, context, next.id);
            actor = await world.as(who);
          }
        }
      }
      sum.asked += asked;
      sum.wrong += wrong.length;
      expect(asked).toBe((askers.length + 1) * Object.keys(lifecycle.events).length);
      expect(wrong).toEqual([]);
    });
  },
);
