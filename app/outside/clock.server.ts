/** What time it is. Everything that needs the time is handed one; nothing else asks the machine. */
export interface Clock {
  /** The present instant, ISO in UTC with milliseconds: `2026-11-24T01:00:00.000Z`. */
  now(): string;
}

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date().toISOString() };

/**
 * A clock that stood at `instant` when it was made and runs on from there at the usual pace.
 * Throws a RangeError where `instant` is not a date.
 */
export function startingAt(instant: string): Clock {
  const start = instantOf(instant);
  // the monotonic clock: a correction of the machine's time does not move ours
  const begun = performance.now();
  return { now: () => new Date(start + Math.floor(performance.now() - begun)).toISOString() };
}

/** A clock that stands still until it is moved: for tests, and for living through a demo center's past. */
export interface MovableClock extends Clock {
  /** Puts the clock at an instant (ISO), forward or back. */
  set(instant: string): void;
  /** Moves the clock forward by milliseconds. */
  advance(milliseconds: number): void;
}

/** A movable clock standing at `instant` (ISO); throws a RangeError where that is not a date. */
export function movableClock(instant: string): MovableClock {
  let at = instantOf(instant);
  return {
    now: () => new Date(at).toISOString(),
    set: (next) => {
      at = instantOf(next);
    },
    advance: (milliseconds) => {
      at += milliseconds;
    },
  };
}

function instantOf(text: string): number {
  const time = new Date(text).getTime();
  if (Number.isNaN(time)) throw new RangeError(`not an instant: ${text}`);
  return time;
}
