import type { LifecycleName } from './lifecycle.ts';

const timerEvent = /^xstate\.after\.([^.]+)\./;

/** The name of the timer whose event this is, or null. */
export const timerOfEvent = (event: string): string | null => timerEvent.exec(event)?.[1] ?? null;

/** The catalogue key of what happened, as the history says it ("提交了申请", "公示期满"). */
export function happenedKey(lifecycle: LifecycleName, event: string): string {
  const timer = timerOfEvent(event);
  if (timer !== null) return `${lifecycle}.timer.${timer}`;
  if (event === 'begin' || event === 'import') return `${lifecycle}.${event}.done`;
  return `${lifecycle}.event.${event}.done`;
}
