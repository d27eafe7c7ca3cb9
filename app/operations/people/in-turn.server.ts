/** Hashings at the same time: each takes 19 MiB and a core for a moment. */
const AT_ONCE = 2;
/** More than this do not wait: they are told to come back. */
const MOST_WAITING = 100;

let working = 0;
const waiting: (() => void)[] = [];

/**
 * Does costly work, at most two at once and the others in the order in which they came; `busy` without doing it where
 * too many wait already. What is checked inside is checked when the turn has come, so that a crowd cannot slip past a limit.
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T | 'busy'> {
  if (working >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) return 'busy';
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else working += 1;
  try {
    return await work();
  } finally {
    // the turn is handed on, or given back where nobody waits
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  }
}
