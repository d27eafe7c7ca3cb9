const waiting: (() => void)[] = [];

function callNext(): void {
  waiting.shift()?.();
  // an immediate that is set in an immediate comes after those who asked meanwhile have been heard
  if (waiting.length > 0) setImmediate(callNext);
}

/**
 * Lets others go first: long work is cut into pieces of a few milliseconds with this between them. Of all long works of
 * the process one piece is done in each round of the event loop, so that a page waits for one piece, however many run.
 */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(callNext);
  });

/** Places for costly work: so many do theirs at once, the others wait in the order in which they came. */
export interface Places {
  readonly take: <T>(work: () => Promise<T>) => Promise<T>;
  /** How many wait; 0 where a place is free. */
  readonly waiting: () => number;
  readonly isFull: () => boolean;
}

/** As many places as may be taken at once. */
export function placesFor(atOnce: number): Places {
  let working = 0;
  const queue: (() => void)[] = [];
  return {
    waiting: () => queue.length,
    isFull: () => working >= atOnce,
    take: async (work) => {
      if (working >= atOnce) await new Promise<void>((resolve) => queue.push(resolve));
      else working += 1;
      try {
        return await work();
      } finally {
        // the place is handed on, or given back where nobody waits
        const next = queue.shift();
        if (next) next();
        else working -= 1;
      }
    },
  };
}
