import { randomFillSync } from 'node:crypto';
import { monotonicFactory, ulid } from 'ulid';

/** Randomness is fetched in heaps: a call for each of an id's sixteen characters cost more than the row it names. */
const heap = Buffer.alloc(4096);
let used = heap.length;

function draw(): number {
  if (used === heap.length) {
    randomFillSync(heap);
    used = 0;
  }
  const byte = heap[used] ?? 0;
  used += 1;
  return byte / 256;
}

/** A new ULID, which sorts by the instant that it is given (ISO). */
export const newId = (at: string): string => ulid(Date.parse(at), draw);

/** New ULIDs of one instant (ISO) that sort in the order in which they were made. */
export function idsInOrder(at: string): () => string {
  const next = monotonicFactory(draw);
  const milliseconds = Date.parse(at);
  return () => next(milliseconds);
}
