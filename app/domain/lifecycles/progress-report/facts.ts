import type { Values } from '../../forms/field.ts';
import type { Settings } from '../../settings.ts';
import type { RecordContext, StampedEvent } from '../lifecycle.ts';
import type { Figures } from './figures.ts';
import type { Period } from './periods.ts';

/** A report as it was handed in. It stays; what is mended is a further version. */
export interface Version {
  readonly number: number;
  readonly at: string;
  readonly by: string | null;
  /** SHA-256 of the answers. */
  readonly hash: string;
  readonly values: Values;
}

/** What the manager says at a field when the report is returned. */
export interface Comment {
  readonly field: string;
  readonly text: string;
  readonly answer: string | null;
}

/** What an amendment report (更正报告) mends: which accepted report, why, and the fields that it may change. */
export interface Amendment {
  /** The report as it was first accepted; also where that was amended before. */
  readonly reportId: string;
  readonly reason: string;
  readonly fields: readonly string[];
  /** The answers that counted when it was begun. */
  readonly before: Values;
  /** Of a year that follows the amendment of one of its parts by itself: that amendment. */
  readonly follows?: string;
}

export interface ProgressReportContext extends RecordContext {
  readonly settings: Settings;
  readonly responsibleId: string | null;
  readonly mentorId: string | null;
  readonly period: Period;
  /** The last day on which it is in time; moved by a pause or by the manager. */
  readonly dueOn: string;
  /** What the plan measures, so that the report asks for it. */
  readonly indicators: readonly string[];
  readonly draft: Values;
  readonly savedAt: string | null;
  readonly versions: readonly Version[];
  readonly rounds: number;
  readonly comments: readonly Comment[];
  readonly overdueSince: string | null;
  readonly daysLate: number;
  readonly pauses: readonly { readonly from: string; readonly endedOn: string }[];
  readonly pausedOn: string | null;
  /** Working days left to hand in again when a pause stopped the clock. */
  readonly resubmitLeft: number | null;
  /** Sums since the beginning, this report included; known once it is accepted. */
  readonly cumulative: Figures | null;
  readonly waivedFor: 'paused' | 'reason' | 'ended' | null;
  /** Of an amendment report alone. */
  readonly amendment?: Amendment;
  /** The moment of acceptance: of several amendments the one accepted last counts. */
  readonly acceptedAt?: string;
}

/** What the engine looks up for the guards and forms of a report. */
export interface ProgressReportObserved {
  /** The sums of the accepted report of the same kind before this one; null when there is none. */
  readonly previous: Figures | null;
  /** The sums at the end of the next accepted period of the same kind; null unless this is an amendment that has one. */
  readonly next: Figures | null;
  /** Reports of earlier periods (of a year: all of its parts) that are neither accepted nor waived. */
  readonly earlierOpen: number;
  /** Of a yearly report: what its parts come to, once all of them are settled. */
  readonly yearSum: Figures | null;
  readonly draftHash: string;
  readonly managers: readonly { readonly personId: string; readonly name: string }[];
}

export const reportEventNames = [
  'edit',
  'submit',
  'submit_late',
  'resubmit',
  'return',
  'accept',
  'allow_amendment',
  'refuse_amendment',
  'drop_amendment',
  'waive',
  'move_due_date',
  'reassign',
] as const;

/** Events that the incubation sends. */
export const reportSystemEvents = [
  'incubation_paused',
  'incubation_resumed',
  'plan_changed',
  'mentor_changed',
  'waive_ended',
] as const;

export type ReportEventName = (typeof reportEventNames)[number];
export type ReportEvent = StampedEvent<
  ReportEventName | (typeof reportSystemEvents)[number],
  ProgressReportObserved
>;
export type ReportArgs = { context: ProgressReportContext; event: ReportEvent };

/** A returned report goes back to its organization at most so many times. */
export const mostRounds = 3;

/** Whether a pause covers the whole period: from its first day on, and ended after its last. */
export const periodPaused = (
  period: Period,
  pause: { readonly from: string; readonly endedOn: string },
): boolean => pause.from <= period.from && pause.endedOn > period.to;
