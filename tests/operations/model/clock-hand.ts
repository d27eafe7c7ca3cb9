import { endOfDay } from '#app/domain/calendar.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { historyOf } from '#db/reads/history.server.ts';
import type { World } from '#tests/world.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** A deed that the world as it is gives no occasion for: no such clock runs, or something else came first. */
export class NoOccasion extends Error {}

const oversleeping = new WeakSet<object>();

/** From now on nobody looks at the clock of this world while time passes, only when it has passed. */
export const oversleep = (world: World): void => void oversleeping.add(world.store);

/** Lets time pass up to an instant as the house does: at least once a day somebody looks at what is due. */
export async function untilInstant(world: World, instant: string): Promise<void> {
  const longest = oversleeping.has(world.store) ? Number.POSITIVE_INFINITY : day;
  for (;;) {
    const left = Date.parse(instant) - Date.parse(world.clock.now());
    if (left <= 0) return;
    await world.pass({ hours: Math.min(left, longest) / hour });
  }
}

/** Lets time pass until a date of the center has begun. */
export async function untilDate(world: World, date: string): Promise<void> {
  const calendar = await calendarOfCenter(world.store.read, world.centerId);
  await untilInstant(world, new Date(Date.parse(endOfDay(date, calendar)) - day).toISOString());
}

/** Lets time pass until a timer of a record is due, and sees that it fired. */
export async function untilTimer(
  world: World,
  lifecycle: LifecycleName,
  id: string,
  name: string,
): Promise<void> {
  const fired = async () =>
    (await historyOf(world.store.read, lifecycle, id)).filter((h) =>
      h.event.startsWith(`xstate.after.${name}.`),
    ).length;
  const before = await fired();
  const due = (await world.record(lifecycle, id)).context.deadlines[name]?.due;
  if (due === undefined) throw new NoOccasion(`No clock ${name} of ${lifecycle} runs`);
  await untilInstant(world, due);
  if ((await fired()) !== before + 1) throw new NoOccasion(`${name} of ${lifecycle} does not fire`);
  world.clock.advance(60_000);
}
