import type { Calendar } from '../calendar.ts';
import { type AnyLifecycle, type AnyStamped, attempt } from '../lifecycles/attempt.ts';
import type { RecordContext } from '../lifecycles/lifecycle.ts';
import { type Recomputation, recomputedEvent, withRecomputation } from '../lifecycles/recompute.ts';
import type { Role } from '../policy/actor.ts';
import type { HistoryLine } from './case.ts';

/** What a record knew just before an event, and just after it. */
export interface Moment {
  readonly before: RecordContext;
  readonly after: RecordContext;
}

/**
 * What a record knew around one event of its history, found by replaying it. Where the machine of today does not take
 * what was granted then (a calendar edited since, a later version of the lifecycle), the record as it stands now speaks
 * for the rest: a letter is drawn with what is known, never refused.
 */
export function momentOf(
  lifecycle: AnyLifecycle,
  lines: readonly HistoryLine[],
  number: number,
  calendar: Calendar,
  present: RecordContext,
): Moment {
  const [first, ...rest] = lines;
  if (first === undefined) return { before: present, after: present };
  let context = first.input as unknown as RecordContext;
  let state = first.to;
  if (first.number === number) return { before: context, after: context };
  for (const line of rest) {
    const next = contextAfter(lifecycle, state, context, line, calendar);
    if (line.number === number) return { before: context, after: next ?? present };
    if (next === null) return { before: present, after: present };
    context = next;
    state = line.to;
  }
  return { before: present, after: present };
}

function contextAfter(
  lifecycle: AnyLifecycle,
  state: string,
  context: RecordContext,
  line: HistoryLine,
  calendar: Calendar,
): RecordContext | null {
  if (line.event === recomputedEvent)
    return withRecomputation(context, line.input as unknown as Recomputation);
  const stamped: AnyStamped = {
    type: line.event,
    input: line.input,
    observed: line.observed,
    by: { ...line.by, role: line.by.role as Role },
    at: line.at,
    calendar,
    // What an objector wrote lies apart and is not read for a letter: that it was enough was decided then.
    ...(line.event === 'object' ? { preview: true } : {}),
  };
  const step = attempt(lifecycle, state, context, stamped);
  return step.ok && step.value.state === line.to ? step.value.context : null;
}
