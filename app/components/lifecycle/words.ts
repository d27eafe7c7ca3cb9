import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { Translate } from '#app/i18n/translate.ts';

/** How a lifecycle's states, events and timers are said; each falls back to its code, so that a gap shows. */
export const stateWords = (t: Translate, lifecycle: LifecycleName, state: string): string =>
  t.maybe(`${lifecycle}.state.${state}`) ?? state;

/** The imperative of an event: the words on its button. */
export const eventWords = (t: Translate, lifecycle: LifecycleName, event: string): string =>
  t.maybe(`${lifecycle}.event.${event}`) ?? event;

/** What happened, as the history says it. Timers' events are named after the timer. */
export function happenedWords(t: Translate, lifecycle: LifecycleName, event: string): string {
  const timer = /^xstate\.after\.([^.]+)\./.exec(event)?.[1];
  if (timer !== undefined) return t.maybe(`${lifecycle}.timer.${timer}`) ?? timer;
  return (
    t.maybe(`${lifecycle}.event.${event}.done`) ??
    t.maybe(`${lifecycle}.systemEvent.${event}.done`) ??
    t.maybe(`${lifecycle}.${event}.done`) ??
    event
  );
}
