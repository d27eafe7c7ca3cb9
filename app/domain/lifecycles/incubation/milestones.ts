import { documentsOf, textOf } from '../../forms/values.ts';
import type { IncubationArgs, IncubationContext, Milestone, Plan } from './facts.ts';

/** A milestone of the plan that counts now, by its place in it. */
interface OpenMilestone {
  readonly key: string;
  readonly milestone: Milestone;
}

const keyOf = (place: number): string => `m${place + 1}`;

/** The milestones of the newest plan that nobody has recorded as reached. */
export const openMilestones = ({ plans }: IncubationContext): readonly OpenMilestone[] =>
  (plans.at(-1)?.milestones ?? []).flatMap((milestone, place) =>
    milestone.reached === undefined ? [{ key: keyOf(place), milestone }] : [],
  );

/** The plans once a milestone of the newest one is reached. */
export function plansWithReached({ context, event }: IncubationArgs): readonly Plan[] {
  const plan = context.plans.at(-1);
  if (plan === undefined) return context.plans;
  const reached = {
    on: textOf(event.input, 'on'),
    note: textOf(event.input, 'note'),
    documents: documentsOf(event.input, 'reachedDocuments'),
    by: event.by.personId,
  };
  const milestones = plan.milestones.map((m, place) =>
    keyOf(place) === textOf(event.input, 'milestone') ? { ...m, reached } : m,
  );
  return [...context.plans.slice(0, -1), { ...plan, milestones }];
}
