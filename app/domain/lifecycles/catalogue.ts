import { application } from './application/index.ts';
import type { AnyLifecycle } from './attempt.ts';
import { evaluation } from './evaluation/index.ts';
import { graduation } from './graduation/index.ts';
import { incubation } from './incubation/index.ts';
import type { LifecycleName } from './lifecycle.ts';
import { progressReport } from './progress-report/index.ts';

/** Every lifecycle by its name. */
export const lifecycles: Readonly<Partial<Record<LifecycleName, AnyLifecycle>>> = {
  application,
  evaluation,
  graduation,
  incubation,
  progress_report: progressReport,
};

/** The lifecycle of that name. */
export function lifecycleNamed(name: LifecycleName): AnyLifecycle {
  const found = lifecycles[name];
  if (found === undefined) throw new Error(`No lifecycle is called ${name}`);
  return found;
}
