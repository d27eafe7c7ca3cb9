import { placesFor } from '#app/outside/turns.server.ts';

/** Hashings at the same time: each takes 19 MiB and a core for a moment. */
const hashing = placesFor(2);
/** More than this do not wait: they are told to come back. */
const MOST_WAITING = 100;

/**
 * Does costly work, at most two at once and the others in the order in which they came; `busy` without doing it where
 * too many wait already. What is checked inside is checked when the turn has come, so that a crowd cannot slip past a limit.
 */
export const inTurn = async <T>(work: () => Promise<T>): Promise<T | 'busy'> =>
  hashing.isFull() && hashing.waiting() >= MOST_WAITING ? 'busy' : hashing.take(work);
