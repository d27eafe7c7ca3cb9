import { isFinal } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { Held, Work } from './work.ts';

/**
 * The cheap ones of what must always hold, asserted in every transaction: a breach throws, and nothing is written.
 * The dear ones are properties in the tests.
 */
export async function checkInvariants(_work: Work, before: Held, after: Held): Promise<void> {
  const lifecycle = lifecycleNamed(after.lifecycle);
  const reopened = before.row.state !== after.row.state;
  if (isFinal(lifecycle, before.row.state) && (reopened || lifecycle.afterEnd === undefined))
    throw new Error('A record that has ended does not move');
  if (after.row.version !== before.row.version + 1) throw new Error('A change raises the version by one');
  if (after.row.updated_at < before.row.updated_at)
    throw new Error('A change cannot lie before the last one');
  if (after.context.late.some((name) => after.context.deadlines[name] === undefined))
    throw new Error('What is late has a deadline');
}
