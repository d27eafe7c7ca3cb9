import type { DocumentRef, Values } from '../../forms/field.ts';
import type { Settings } from '../../settings.ts';
import type { Words } from '../../words.ts';
import type { RecordContext, StampedEvent } from '../lifecycle.ts';

export type Residency = 'onsite' | 'virtual';

/** The term of an incubation (孵化期). Dates of the center; day 0 is not counted, so the last day bears the first one's date. */
export interface Term {
  readonly startsOn: string;
  readonly endsOn: string;
  /** Half of the term: from here on the mid-term evaluation is due. Moves with a pause. */
  readonly halfwayOn: string;
  /** Planned months in all, extensions included, pauses not. */
  readonly months: number;
}

export interface Milestone {
  readonly goal: string;
  readonly indicator: string;
  readonly dueOn: string;
  readonly reached?: ReachedMilestone;
}

/** That a milestone was reached: on which day, by whose word, and on what it rests. */
export interface ReachedMilestone {
  readonly on: string;
  readonly note: string;
  readonly documents: readonly DocumentRef[];
  readonly by: string | null;
}

/** How a milestone stands on a day: `due` is still ahead. */
export type MilestoneStanding = 'reached' | 'due' | 'overdue';

export const standingOf = (milestone: Milestone, today: string): MilestoneStanding =>
  milestone.reached !== undefined ? 'reached' : milestone.dueOn < today ? 'overdue' : 'due';

/** A plan (孵化计划) as it was laid down: at the start, and anew with each extension. */
export interface Plan {
  readonly at: string;
  readonly milestones: readonly Milestone[];
  readonly goals: string | null;
  readonly documents: readonly DocumentRef[];
}

/** Grounds on which a manager may propose a rectification order. `midterm_failed` is the program's own. */
export const rectificationGrounds = [
  'seat_idle',
  'reports_overdue',
  'charter_breached',
  'complaint_upheld',
  'training_missed',
  'special_evaluation',
] as const;

export interface Finding {
  readonly key: string;
  readonly text: Words;
  readonly dueOn: string;
  readonly answer: string | null;
  readonly evidence: readonly DocumentRef[];
}

export interface Rectification {
  readonly ground: (typeof rectificationGrounds)[number] | 'midterm_failed';
  readonly findings: readonly Finding[];
  readonly proposedBy: string | null;
  readonly signedBy: string | null;
  /** The manager has looked at every answer and says that they will do. */
  readonly vouchedBy: string | null;
  /** The day on which it was signed; of a proposal none. */
  readonly orderedOn?: string;
}

/** How an order to rectify ended: accepted, or struck because an appeal was upheld. One that failed is the exit's cause. */
export interface ClosedOrder extends Rectification {
  readonly outcome: 'accepted' | 'struck';
  readonly closedOn: string;
  /** What the director said when it was accepted. */
  readonly finding: string | null;
}

/** A pause: from a day on, up to and without the day on which it ended. */
export interface Pause {
  readonly from: string;
  /** The last day that was granted. */
  readonly until: string;
  readonly endedOn: string | null;
}

/** What was left of a clock, in days, when it was stopped. */
export interface StoppedClock {
  readonly left: number;
  readonly held: boolean;
}

export const termClocks = ['midterm', 'finalLead', 'termEnd'] as const;
export type TermClock = (typeof termClocks)[number];

export type ExitCause =
  | 'voluntary'
  | 'revoked'
  | 'rectification_failed'
  | 'third_rectification'
  | 'evaluation'
  | 'extension_denied'
  | 'graduation_refused';

export const revocationGrounds = ['struck_off', 'serious_breach', 'criminal_case', 'fraud'] as const;

export interface Exit {
  readonly cause: ExitCause;
  /** The state it was decided in: an appeal that is upheld goes back there, or to what stands for it. */
  readonly from: string;
  /** Whether an extension that was denied had been asked for before the final evaluation. */
  readonly beforeFinal: boolean;
  readonly decidedBy: string | null;
  readonly appealed: boolean;
  /** Working days left for the hand-over when an appeal stopped its clock. */
  readonly handoverLeft: number | null;
}

export interface EvaluationOutcome {
  readonly evaluationId: string;
  /** Hundredths of a point. */
  readonly score: number;
  readonly mustHavesMet: boolean;
  readonly participated: boolean;
}

export const serviceKinds = [
  'mentoring',
  'training',
  'seat',
  'finance_trusteeship',
  'registration_coaching',
  'resource_introduction',
] as const;

export interface Service {
  readonly kind: (typeof serviceKinds)[number];
  readonly on: string;
  readonly hours: number;
  readonly note: string;
  readonly documents: readonly DocumentRef[];
  readonly by: string | null;
}

export interface IncubationContext extends RecordContext {
  readonly settings: Settings;
  readonly responsibleId: string | null;
  readonly residency: Residency;
  readonly termMonths: number;
  readonly term: Term | null;
  readonly baseline: Values | null;
  readonly mentor: { readonly personId: string; readonly name: string } | null;
  /** The newest plan last. */
  readonly plans: readonly Plan[];
  readonly services: readonly Service[];
  readonly midterm: EvaluationOutcome | null;
  readonly final: EvaluationOutcome | null;
  readonly certificate: string | null;
  /** Orders signed within the term, a failed mid-term evaluation among them. */
  readonly rectifications: number;
  readonly proposal: Rectification | null;
  readonly rectification: Rectification | null;
  /** Orders that have ended, the oldest first. None in records that began before they were kept. */
  readonly closedOrders?: readonly ClosedOrder[];
  readonly pauseAsked: { readonly until: string; readonly reason: string } | null;
  readonly pauses: readonly Pause[];
  readonly stopped: Readonly<Partial<Record<TermClock, StoppedClock>>>;
  readonly extensions: number;
  /** `asked`: requested before the final evaluation; else what led to it. */
  readonly extensionFor: 'asked' | 'evaluation' | 'graduation' | null;
  readonly extensionMonths: number | null;
  readonly exit: Exit | null;
}

export interface Named {
  readonly personId: string;
  readonly name: string;
}

/** What the engine looks up for the guards and forms of an incubation. */
export interface IncubationObserved {
  readonly mentors: readonly (Named & { readonly conflict: boolean })[];
  readonly managers: readonly Named[];
  /** Evaluations of this incubation that have not ended, special ones among them. */
  readonly openEvaluations: number;
}

export const incubationEventNames = [
  'activate',
  'start_midterm',
  'start_final',
  'record_service',
  'reach_milestone',
  'change_mentor',
  'order_rectification',
  'drop_rectification',
  'answer_findings',
  'accept_rectification',
  'fail_rectification',
  'request_pause',
  'pause',
  'refuse_pause',
  'resume',
  'request_extension',
  'grant_extension',
  'deny_extension',
  'request_exit',
  'revoke',
  'appeal',
  'uphold_appeal',
  'dismiss_appeal',
  'complete_handover',
  'reassign',
] as const;

/** Events that evaluations and graduations send. */
export const incubationSystemEvents = [
  'evaluation_passed',
  'evaluation_failed',
  'evaluation_cancelled',
  'evaluation_graduates',
  'evaluation_conditional',
  'evaluation_exits',
  'graduation_certified',
  'graduation_refused',
] as const;

export type IncubationEventName = (typeof incubationEventNames)[number];
export type IncubationEvent = StampedEvent<
  IncubationEventName | (typeof incubationSystemEvents)[number],
  IncubationObserved
>;
export type IncubationArgs = { context: IncubationContext; event: IncubationEvent };

/** Whether the graduation mark and every must-have were met: what a certificate rests on. */
export function evaluationCarriesGraduation({ final, settings }: IncubationContext): boolean {
  if (final === null) return false;
  return final.participated && final.mustHavesMet && final.score >= settings.graduationPass * 100;
}

/** Whether the program grants a further extension. */
export const extensionLeft = (context: IncubationContext): boolean =>
  context.extensions < context.settings.maxExtensions &&
  (context.term?.months ?? 0) < context.settings.termCap;
