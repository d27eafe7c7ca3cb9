import { timersOfState } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { Held, Observer } from '../engine/work.ts';
import { applicationObservers } from './application.server.ts';
import { evaluationObservers } from './evaluation.server.ts';
import { graduationObservers } from './graduation.server.ts';
import { incubationObservers } from './incubation.server.ts';
import { progressReportObservers } from './progress-report.server.ts';

/** What each lifecycle may look up outside the record, by the name that its events declare. */
const observers: Readonly<Record<string, Readonly<Record<string, Observer>>>> = {
  application: applicationObservers,
  evaluation: evaluationObservers,
  graduation: graduationObservers,
  incubation: incubationObservers,
  progress_report: progressReportObservers,
};

/** Looks up everything that an event (or a timer) of a record declares to need. */
export async function observeFor(
  look: Parameters<Observer>[0],
  record: Held,
  event: string,
): Promise<Record<string, unknown>> {
  const lifecycle = lifecycleNamed(record.lifecycle);
  const timer = timersOfState(lifecycle, record.row.state).find((t) => t.eventType === event);
  const names = timer ? lifecycle.timers[timer.name]?.observe : lifecycle.events[event]?.observe;
  const observed: Record<string, unknown> = {};
  for (const name of names ?? []) {
    const observer = observers[record.lifecycle]?.[name];
    if (observer === undefined)
      throw new Error(`${record.lifecycle} declares ${name}, which nobody looks up`);
    observed[name] = await observer(look, record);
  }
  return observed;
}
