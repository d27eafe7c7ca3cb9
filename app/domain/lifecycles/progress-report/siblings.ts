import type { ProgressReportContext } from './facts.ts';
import { type Figures, sumOfReports } from './figures.ts';
import type { Period } from './periods.ts';

/** A report of the same incubation, as far as another one looks at it. */
export interface Sibling {
  readonly state: string;
  readonly context: Pick<ProgressReportContext, 'period' | 'cumulative' | 'draft' | 'waivedFor'>;
}

const settled = ({ state }: Sibling): boolean => state === 'accepted' || state === 'waived';

/** The sums of the accepted report of the same kind whose period ended last before this one; null when there is none. */
export function sumsBefore(period: Period, siblings: readonly Sibling[]): Figures | null {
  const before = siblings
    .filter((s) => s.state === 'accepted' && s.context.period.kind === period.kind)
    .filter((s) => s.context.period.to < period.from)
    .sort((a, b) => (a.context.period.to < b.context.period.to ? 1 : -1));
  return before[0]?.context.cumulative ?? null;
}

/** Reports that must be settled before this one can be accepted: earlier ones of its kind, and the parts of a year. */
export function earlierReportsOpen(period: Period, siblings: readonly Sibling[]): number {
  return siblings.filter((s) => {
    const other = s.context.period;
    const comesFirst =
      other.kind === period.kind ? other.to < period.from : period.kind === 'yearly' && other.to <= period.to;
    return comesFirst && !settled(s);
  }).length;
}

/** What the parts of a year come to, once each is accepted or waived; null before, and for a report that is no yearly one. */
export function sumOfYear(period: Period, siblings: readonly Sibling[]): Figures | null {
  if (period.kind !== 'yearly') return null;
  const parts = siblings.filter(
    ({ context }) =>
      context.period.kind !== 'yearly' && context.period.to >= period.from && context.period.to <= period.to,
  );
  if (parts.length === 0 || !parts.every(settled)) return null;
  return sumOfReports(parts.filter((s) => s.state === 'accepted').map((s) => s.context.draft));
}

/** Whether a report stands for its period: one that was waived because the incubation ended does not. */
export const standsFor = (sibling: Sibling): boolean =>
  !(sibling.state === 'waived' && sibling.context.waivedFor === 'ended');
