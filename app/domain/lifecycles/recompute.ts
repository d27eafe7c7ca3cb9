import type { Calendar } from '../calendar.ts';
import { type Deadline, type Deadlines, recomputed } from './deadlines.ts';
import type { RecordContext } from './lifecycle.ts';

/** The event under which a history tells that deadlines were computed anew; its input is a `Recomputation`. */
export const recomputedEvent = 'deadlines_recomputed';

/** The deadlines of a record after the change, and which of them stay late: all that a replay needs. */
export interface Recomputation {
  readonly deadlines: Deadlines;
  readonly late: readonly string[];
}

/**
 * What another calendar changes of a record's deadlines, or null when nothing. What was over before and still is
 * stays as it was decided upon; what came in already past (`held`) stays held; what moves into the future is not
 * late any more.
 */
export function recomputationOf(
  context: RecordContext,
  calendar: Calendar,
  now: string,
): Recomputation | null {
  return changing(context, recomputed(context.deadlines, calendar), now);
}

/** The same for deadlines that hang on something outside the record: the closing time of a call. */
export function recomputationWith(
  context: RecordContext,
  changes: Readonly<Record<string, Deadline>>,
  now: string,
): Recomputation | null {
  const known = Object.entries(changes).filter(([name]) => context.deadlines[name] !== undefined);
  return changing(context, { ...context.deadlines, ...Object.fromEntries(known) }, now);
}

/** The context after the change; history replays by this too. */
export const withRecomputation = <C extends RecordContext>(context: C, change: Recomputation): C => ({
  ...context,
  deadlines: change.deadlines,
  late: change.late,
});

function changing(context: RecordContext, next: Deadlines, now: string): Recomputation | null {
  const moved = new Map<string, Deadline>();
  for (const [name, after] of Object.entries(next)) {
    const before = context.deadlines[name];
    if (before === undefined || after === undefined || before.held || before.due === after.due) continue;
    if (before.due > now || after.due > now) moved.set(name, after);
  }
  if (moved.size === 0) return null;
  return {
    deadlines: { ...context.deadlines, ...Object.fromEntries(moved) },
    late: context.late.filter((name) => !((moved.get(name)?.due ?? '') > now)),
  };
}
