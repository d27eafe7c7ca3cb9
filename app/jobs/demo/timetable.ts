import type { MovableClock } from '#app/outside/clock.server.ts';

/** A story that is lived through: it yields the instant (ISO) at which it goes on, and acts when that has come. */
export type Story = AsyncGenerator<string, void, void>;

export interface Timetable {
  /** A story that begins now, or with the first thing when the timetable has not begun. */
  readonly add: (story: Story) => void;
  /** Lives through all stories in the order of their instants, and ends when the clock stands at the end. */
  readonly run: () => Promise<void>;
}

interface Entry {
  readonly at: string;
  readonly order: number;
  readonly story: Story;
}

/**
 * Interleaves stories by time, so that the clock only goes forward. `arrive` is called at each instant before anybody
 * acts: what fell due meanwhile happens first. What a story plans beyond the end does not happen.
 */
export function timetable(clock: MovableClock, end: string, arrive: () => Promise<void>): Timetable {
  const waiting: Entry[] = [];
  let order = 0;

  const wait = (story: Story, at: string): void => {
    order += 1;
    const entry = { at: at > clock.now() ? at : clock.now(), order, story };
    const place = waiting.findIndex((w) => w.at > entry.at);
    waiting.splice(place === -1 ? waiting.length : place, 0, entry);
  };

  const goTo = async (at: string): Promise<void> => {
    if (at > clock.now()) clock.set(at);
    await arrive();
  };

  return {
    add: (story) => wait(story, clock.now()),
    run: async () => {
      for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
        if (entry.at > end) {
          await entry.story.return();
          continue;
        }
        await goTo(entry.at);
        const next = await entry.story.next();
        if (!next.done) wait(entry.story, next.value);
      }
      await goTo(end);
    },
  };
}
