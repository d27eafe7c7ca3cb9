import { happenedKey } from '#app/domain/lifecycles/happened.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import { kindOfKey, periodWords } from '#app/domain/lifecycles/progress-report/periods.ts';
import type { Translate } from '#app/i18n/translate.ts';

/** How a lifecycle's states, events and timers are said; each falls back to its code, so that a gap shows. */
export const stateWords = (t: Translate, lifecycle: LifecycleName, state: string): string =>
  t.maybe(`${lifecycle}.state.${state}`) ?? state;

/** What a deadline is the end of. */
export const deadlineWords = (t: Translate, lifecycle: LifecycleName, name: string): string =>
  t.maybe(`${lifecycle}.deadline.${name}`) ?? name;

/** The imperative of an event: the words on its button. */
export const eventWords = (t: Translate, lifecycle: LifecycleName, event: string): string =>
  t.maybe(`${lifecycle}.event.${event}`) ?? event;

/** What happened, as the history says it. Events of other machines have words of their own. */
export const happenedWords = (t: Translate, lifecycle: LifecycleName, event: string): string =>
  t.maybe(happenedKey(lifecycle, event)) ??
  t.maybe(`${lifecycle}.systemEvent.${event}.done`) ??
  t.maybe(`lifecycle.${event}.done`) ??
  event;

/** What a record waits for, said so that it does not prejudge: some waits name the event that is only one of several. */
export const waitWords = (t: Translate, lifecycle: LifecycleName, event: string): string =>
  t.maybe(`${lifecycle}.wait.${event}`) ?? eventWords(t, lifecycle, event);

/** A record's number as people say it: a report goes by its period. */
export function numberWords(t: Translate, lifecycle: LifecycleName, number: string): string {
  const kind = lifecycle === 'progress_report' ? kindOfKey(number) : null;
  return kind === null ? number : t.words(periodWords({ kind, key: number }));
}
