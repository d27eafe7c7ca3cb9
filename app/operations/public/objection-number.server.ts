import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import { lastEventUpTo } from '#db/reads/history.server.ts';
import type { House } from '../house.ts';
import { objecting } from './open-notice.server.ts';

/**
 * The number that an objection was given, from the history: the newest one up to the version that the answer named,
 * so that a form sent twice leads to the same receipt. Null only when the answer is not of an objection.
 */
export async function objectionNumber(
  house: House,
  lifecycle: LifecycleName,
  recordId: string,
  version: number,
): Promise<string | null> {
  const event = await lastEventUpTo(house.store.read, lifecycle, recordId, objecting, version);
  if (event === undefined) return null;
  const observed: unknown = JSON.parse(event.observed);
  return typeof observed === 'object' &&
    observed !== null &&
    'objectionNumber' in observed &&
    typeof observed.objectionNumber === 'string'
    ? observed.objectionNumber
    : null;
}
