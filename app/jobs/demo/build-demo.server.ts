import { addDays } from '#app/domain/calendar.ts';
import { DEMO_DOMAIN, DEMO_PASSWORD } from '#app/domain/people/demo-account.ts';
import { enterPeople } from '#app/operations/demo/enter-people.server.ts';
import { markAsDemo, settleWhatWasTold } from '#app/operations/demo/settle.server.ts';
import { fireDueTimers } from '#app/operations/engine/fire-timers.server.ts';
import { hashPassword } from '#app/operations/people/passwords.server.ts';
import type { MovableClock } from '#app/outside/clock.server.ts';
import type { FileStore } from '#app/outside/files.server.ts';
import type { Store } from '#db/connection.server.ts';
import { inOneTransaction } from '#db/one-transaction.server.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { type CallKey, demoCalls } from './cast/center.ts';
import { castOrganizations } from './cast/organizations.ts';
import { playedOrganization } from './cast/people.ts';
import { type Days, daysOf } from './days.ts';
import { daysOfCall, openAccounts, openCallFor, openCenter } from './open-center.server.ts';
import { papersIn } from './papers.server.ts';
import { openStage, type Stage } from './stage.server.ts';
import { plots } from './stories/plots.server.ts';
import { sceneOf } from './stories/scene.server.ts';
import { type Story, timetable } from './timetable.ts';

/** How long the center has been there, in days. */
const past = 920;
/** What people were told before so many days is seen and sent. */
const seenAfterDays = 14;

/** A house whose clock can be moved: the demo lives through its past with it. */
export interface DemoHouse {
  readonly store: Store;
  readonly clock: MovableClock;
}

interface Made {
  /** ISO instant. */
  readonly now: string;
  readonly files: FileStore;
}

/**
 * Builds the living demo center in an empty, migrated database: about thirty months of a center with its organizations,
 * each story lived through by the doors that people use, with the clock going from then to `now` (ISO instant). The same
 * `now` gives the same center, but for the ids. The clock stands at `now` afterwards.
 * All of it is one transaction: what is broken off leaves an empty database.
 */
export const buildDemo = (house: DemoHouse, made: Made): Promise<void> =>
  inOneTransaction(house.store, (store) => liveThrough({ store, clock: house.clock }, made));

async function liveThrough(house: DemoHouse, made: Made): Promise<void> {
  house.clock.set(new Date(Date.parse(made.now) - past * 86_400_000).toISOString());
  const centerId = await openCenter(house);
  const days = daysOf(await calendarOfCenter(house.store.read, centerId), made.now);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const calls = new Map<string, string>();
  const plan = timetable(house.clock, days.end, () => fireAllDue(house));
  const stage = openStage({ house, days, papers: papersIn(made.files), centerId, calls, besides: plan.add });
  for (const [key, { id, name }] of await openAccounts(house, centerId, passwordHash))
    stage.introduce(key, id, name);
  plan.add(publishing(stage, calls));
  plan.add(reading(stage, days));
  plan.add(joining(stage, passwordHash));
  castOrganizations.forEach((cast, n) => {
    const plot = plots[cast.key];
    if (plot === undefined) throw new Error(`Nobody knows the story of ${cast.key}`);
    plan.add(plot(sceneOf(stage, cast, n), { passwordHash }));
  });
  await plan.run();
  house.clock.set(made.now);
  await fireAllDue(house);
  await markAsDemo(house, made.now);
}

/** Everything that has come due, and what that brings due in turn. */
async function fireAllDue(house: DemoHouse): Promise<void> {
  while ((await fireDueTimers(house)) > 0);
}

/** The director publishes each call on the working day before it opens. */
async function* publishing(stage: Stage, calls: Map<string, string>): Story {
  for (const key of Object.keys(demoCalls) as CallKey[]) {
    const { opensOn } = daysOfCall(stage.days, key);
    yield stage.days.hour(stage.days.plus(opensOn, -1), 4);
    const director = await stage.as('director');
    calls.set(
      key,
      await openCallFor(stage.house, { centerId: stage.centerId, director, days: stage.days, key }),
    );
  }
}

/** People look at what they were told, now and then, the last time two weeks ago. */
async function* reading(stage: Stage, days: Days): Story {
  for (const ago of [700, 500, 300, 200, 100, 60, 30, seenAfterDays]) {
    yield days.hour(addDays(days.lastDay, -ago), 1);
    await settleWhatWasTold(stage.house, stage.everyone());
  }
}

/** The staff member, who may hand in reports, and the finance officer of the organization that can be played. */
async function* joining(stage: Stage, passwordHash: string): Story {
  yield stage.days.hour(stage.days.daysAgo(150), 2);
  const { scopeId } = (await stage.as('lead')).memberships[0] as { scopeId: string };
  const of = (role: 'staff' | 'finance') =>
    ({ role, scope: 'organization', scopeId, delegate: role === 'staff' }) as const;
  await enterPeople(stage.house, passwordHash, [
    { email: `staff${DEMO_DOMAIN}`, name: playedOrganization.staff, roles: [of('staff')] },
    { email: `finance${DEMO_DOMAIN}`, name: playedOrganization.finance, roles: [of('finance')] },
  ]);
}
