import type { ProgressReportContext } from './facts.ts';
import { cumulativeAfter, type Figures, sumOfReports } from './figures.ts';
import type { Period } from './periods.ts';

/** A report of the same incubation, as far as another one looks at it. */
export interface Sibling {
  readonly id: string;
  readonly state: string;
  readonly context: Pick<
    ProgressReportContext,
    'period' | 'draft' | 'waivedFor' | 'amendment' | 'acceptedAt'
  >;
}

const settled = ({ state }: Sibling): boolean => state === 'accepted' || state === 'waived';
const isOriginal = ({ context }: Sibling): boolean => context.amendment === undefined;

/** The report that counts for an accepted one: the amendment of it that was accepted last, else itself. */
export function standingFor<S extends Sibling>(original: S, siblings: readonly S[]): S {
  const amendments = siblings
    .filter((s) => s.state === 'accepted' && s.context.amendment?.reportId === original.id)
    .toSorted((a, b) => ((a.context.acceptedAt ?? '') < (b.context.acceptedAt ?? '') ? -1 : 1));
  return amendments.at(-1) ?? original;
}

/** The accepted reports that count, by the end of their period: each once, as it was amended last. */
export const standingReports = <S extends Sibling>(siblings: readonly S[]): readonly S[] =>
  siblings
    .filter((s) => s.state === 'accepted' && isOriginal(s))
    .map((s) => standingFor(s, siblings))
    .toSorted((a, b) => (a.context.period.to < b.context.period.to ? -1 : 1));

/** The sums of the reports of the same kind whose periods ended before this one, as they count now; null when there is none. */
export function sumsBefore(period: Period, siblings: readonly Sibling[]): Figures | null {
  return standingReports(siblings)
    .filter((s) => s.context.period.kind === period.kind && s.context.period.to < period.from)
    .reduce<Figures | null>((sums, s) => cumulativeAfter(sums, s.context.draft), null);
}

/** The sums at the end of the next period of the same kind that is accepted; null when there is none. */
export function sumsNext(period: Period, siblings: readonly Sibling[]): Figures | null {
  const next = standingReports(siblings).find(
    (s) => s.context.period.kind === period.kind && s.context.period.from > period.to,
  );
  return next === undefined ? null : cumulativeAfter(null, next.context.draft);
}

/** Reports that must be settled before this one can be accepted: earlier ones of its kind, and the parts of a year. */
export function earlierReportsOpen(period: Period, siblings: readonly Sibling[]): number {
  return siblings.filter(isOriginal).filter((s) => {
    const other = s.context.period;
    const comesFirst =
      other.kind === period.kind ? other.to < period.from : period.kind === 'yearly' && other.to <= period.to;
    return comesFirst && !settled(s);
  }).length;
}

/** What the parts of a year come to, once each is accepted or waived; null before, and for a report that is no yearly one. */
export function sumOfYear(period: Period, siblings: readonly Sibling[]): Figures | null {
  if (period.kind !== 'yearly') return null;
  const isPart = ({ context }: Sibling): boolean =>
    context.period.kind !== 'yearly' && context.period.to >= period.from && context.period.to <= period.to;
  const parts = siblings.filter((s) => isOriginal(s) && isPart(s));
  if (parts.length === 0 || !parts.every(settled)) return null;
  return sumOfReports(
    standingReports(siblings)
      .filter(isPart)
      .map((s) => s.context.draft),
  );
}

/** Whether a report stands for its period: an amendment does not, nor one that was waived because the incubation ended. */
export const standsFor = (sibling: Sibling): boolean =>
  isOriginal(sibling) && !(sibling.state === 'waived' && sibling.context.waivedFor === 'ended');
