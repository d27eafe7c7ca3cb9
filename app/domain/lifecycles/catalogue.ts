import { application } from './application/index.ts';
import type { AnyLifecycle } from './attempt.ts';
import { evaluation } from './evaluation/index.ts';
import { graduation } from './graduation/index.ts';
import { incubation } from './incubation/index.ts';
import type { LifecycleName } from './lifecycle.ts';
import { progressReport } from './progress-report/index.ts';

/** Every lifecycle by its name. */
export const lifecycles: Readonly<Record<LifecycleName, AnyLifecycle>> = {
  application,
  evaluation,
  graduation,
  incubation,
  progress_report: progressReport,
};

/** The lifecycle of that name. */
export const lifecycleNamed = (name: LifecycleName): AnyLifecycle => lifecycles[name];
