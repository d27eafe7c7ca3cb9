import type { ContentEntry, ContentSection } from '#app/domain/lifecycles/content.ts';
import {
  type IncubationContext,
  type Milestone,
  type MilestoneStanding,
  type Plan,
  standingOf,
} from '#app/domain/lifecycles/incubation/facts.ts';
import type { Tone } from '#app/domain/lifecycles/lifecycle.ts';
import type { RecordView } from '#app/domain/lifecycles/view.ts';
import { documentsShown, doorOf, given, line, typed } from './content-parts.server.ts';

interface Seen {
  readonly today: string;
  readonly nameOf: (id: string | null) => string | null;
}

const tones: Readonly<Record<MilestoneStanding, Tone>> = {
  reached: 'good',
  due: 'waiting',
  overdue: 'attention',
};

/** The plan that counts now against today, milestone by milestone, and folded the plans before it. */
export function planSections(
  view: RecordView,
  context: IncubationContext,
  seen: Seen,
): readonly ContentSection[] {
  const door = doorOf(view, 'reach_milestone');
  return [...context.plans].reverse().map((plan, i): ContentSection => {
    const current = i === 0;
    const number = context.plans.length - i;
    // What is not reached presses only while the plan counts and somebody may still reach it.
    const settled = view.ended || !current;
    return {
      id: current ? 'plan' : `plan-${number}`,
      kind: 'entries',
      title: current
        ? { key: 'content.incubation.plan' }
        : { key: 'content.incubation.planBefore', params: { number } },
      note: standingNote(plan, seen.today),
      ...(current ? (door ? { action: door } : {}) : { fold: true }),
      entries: [
        ...plan.milestones.map((m, n) => milestoneEntry(m, `milestone-${n}`, { ...seen, settled })),
        planItself(plan),
      ],
      empty: { key: 'content.none' },
    };
  });
}

/** How many milestones are reached, and how many should have been. */
function standingNote({ milestones }: Plan, today: string) {
  const count = (standing: MilestoneStanding) =>
    milestones.filter((m) => standingOf(m, today) === standing).length;
  return {
    key: 'content.incubation.planStanding',
    params: { reached: count('reached'), all: milestones.length, overdue: count('overdue') },
  };
}

function milestoneEntry(
  milestone: Milestone,
  id: string,
  { today, nameOf, settled }: Seen & { readonly settled: boolean },
): ContentEntry {
  const standing = standingOf(milestone, today);
  const { reached } = milestone;
  return {
    id,
    title: { text: milestone.goal },
    ...(settled && standing !== 'reached'
      ? {}
      : { tag: { label: { key: `content.milestone.${standing}` }, tone: tones[standing] } }),
    lines: given([
      line('content.incubation.indicator', { text: milestone.indicator }),
      line('content.incubation.milestoneDue', {
        due: milestone.dueOn,
        settled: settled || reached !== undefined,
      }),
      line('content.milestone.reachedOn', reached ? { date: reached.on } : null),
      line('content.milestone.note', typed(reached?.note)),
      line('content.milestone.by', typed(nameOf(reached?.by ?? null))),
      line('content.documents', documentsShown(reached?.documents ?? [])),
    ]),
  };
}

const planItself = (plan: Plan): ContentEntry => ({
  id: 'plan-itself',
  title: { key: 'content.incubation.planItself' },
  lines: given([
    line('content.incubation.planAt', { instant: plan.at }),
    line('content.incubation.goals', plan.goals === null ? null : { text: plan.goals }),
    line('content.documents', documentsShown(plan.documents)),
  ]),
});
