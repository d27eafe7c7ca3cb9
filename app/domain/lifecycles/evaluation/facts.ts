import { addWorkingDays, type Calendar, localDate } from '../../calendar.ts';
import type { DocumentRef } from '../../forms/field.ts';
import type { Rubric } from '../../rubrics.ts';
import type { Sheet } from '../../scoring.ts';
import type { Settings } from '../../settings.ts';
import type { RecordContext, StampedEvent } from '../lifecycle.ts';
import type { PanelResult } from '../score-sheet.ts';

/** Mid-term 中期, final 末期, special 专项 (opened by director or supervisor; moves no incubation). */
export type EvaluationKind = 'midterm' | 'final' | 'special';

/** The rubrics that an evaluation may go by, by their ids. */
export const evaluationRubrics = ['incubation-midterm', 'graduation'] as const;
export type EvaluationRubricId = (typeof evaluationRubrics)[number];

/** A member of the team. The first one that sits is the lead assessor; who fills a seat takes its place in the order. */
export interface Assessor {
  readonly personId: string;
  readonly name: string;
  readonly stage: 'named' | 'declared' | 'recused' | 'replaced';
  readonly readsAccounts: boolean;
  /** ISO instant at which the lead was shown the name. */
  readonly shownAt?: string;
  /** The lead asked that this assessor step back, and the director has not answered yet. */
  readonly recusalAsked?: boolean;
}

/** What the lead assessor changed when the panel sat together (合议): before and after are kept, in hundredths. */
export interface Adjustment {
  readonly before: number;
  readonly after: number;
  /** Must-haves on which the sheets differed, as the panel settled them. */
  readonly settled: Readonly<Record<string, boolean>>;
  readonly reason: string;
  readonly agreeing: readonly string[];
  readonly by: string;
  readonly at: string;
}

/** An appeal of the organization against some items of its result, each item once. */
export interface Appeal {
  /** Ids of items, and of must-haves as `mustHave.<id>`. */
  readonly items: readonly string[];
  readonly reason: string;
  readonly evidence: readonly DocumentRef[];
  readonly at: string;
  readonly outcome: 'open' | 'revised' | 'rejected';
  readonly finding: string | null;
}

/** A result that the supervisor revised with assessors who were not of the first team. Hundredths of a point. */
export interface Revision {
  readonly before: number;
  readonly after: number;
  readonly team: readonly { readonly personId: string; readonly name: string }[];
  readonly mustHaves: Readonly<Record<string, boolean>>;
  readonly finding: string;
  readonly on: string;
  readonly by: string;
}

export type Verdict = 'passed' | 'failed' | 'graduates' | 'conditional' | 'exits';

/** What the evaluation comes to. Once confirmed it never changes. */
export interface EvaluationResult {
  /** Hundredths of a point. */
  readonly score: number;
  readonly mustHaves: Readonly<Record<string, boolean>>;
  readonly mustHavesMet: boolean;
  readonly participated: boolean;
  readonly verdict: Verdict;
}

export interface Visit {
  readonly on: string;
  readonly attendees: string;
  readonly notes: string;
  readonly photographs: readonly DocumentRef[];
  readonly by: string;
}

export interface EvaluationContext extends RecordContext {
  readonly settings: Settings;
  readonly kind: EvaluationKind;
  /** Why it was opened, of a special one. */
  readonly purpose: string | null;
  readonly number: string | null;
  readonly responsibleId: string | null;
  /** Frozen, with its pass marks, when the evaluation is announced. */
  readonly rubric: Rubric | null;
  readonly assessors: readonly Assessor[];
  readonly visitOn: string | null;
  /** The plan of a mid-term says that the files suffice, without a visit. */
  readonly deskOnlyAllowed: boolean;
  readonly selfAssessmentExtended: boolean;
  readonly selfAssessment: Sheet | null;
  /** What the organization handed in for each dimension, of all its submissions. */
  readonly evidence: Readonly<Record<string, readonly DocumentRef[]>>;
  /** What the manager asked for when material was returned; null while it never was. */
  readonly returned: { readonly list: string; readonly dueOn: string } | null;
  readonly visit: Visit | null;
  readonly sheets: Readonly<Record<string, Sheet>>;
  readonly panelScore: PanelResult | null;
  /** Must-haves on which the sheets differ, and that the panel has not settled. */
  readonly disputed: readonly string[];
  readonly mustHaves: Readonly<Record<string, boolean>>;
  readonly adjustments: readonly Adjustment[];
  readonly discussion: string | null;
  readonly result: EvaluationResult | null;
  readonly appeals: readonly Appeal[];
  readonly revisions: readonly Revision[];
  /** What was left of the result's notice when an appeal stopped its clock, in its own unit. */
  readonly noticeLeft: number | null;
  readonly confirmedAt: string | null;
}

/** Working days in which a recusal may be asked for once a name was shown. */
const recusalDays = 2;

export interface AssessorCandidate {
  readonly personId: string;
  readonly name: string;
  readonly conflict: boolean;
}

/** What the engine looks up for the guards and forms of an evaluation. */
export interface EvaluationObserved {
  /** The newest published version of each rubric that this kind may go by. */
  readonly rubrics: readonly Rubric[];
  readonly assessorCandidates: readonly AssessorCandidate[];
  readonly evaluationNumber: string;
  readonly managers: readonly { readonly personId: string; readonly name: string }[];
}

export const evaluationEventNames = [
  'announce',
  'cancel',
  'start_self_assessment',
  'extend_self_assessment',
  'declare',
  'request_recusal',
  'answer_recusal',
  'recuse',
  'replace_assessor',
  'submit_self_assessment',
  'return_material',
  'pass_material',
  'desk_only',
  'record_visit',
  'save_sheet',
  'score',
  'close_scoring',
  'adjust',
  'finalise',
  'appeal',
  'revise_result',
  'reject_appeal',
  'reassign',
] as const;

/** Events that the incubation sends. */
export const evaluationSystemEvents = ['incubation_ended'] as const;

export type EvaluationEventName = (typeof evaluationEventNames)[number];
export type EvaluationEvent = StampedEvent<
  EvaluationEventName | (typeof evaluationSystemEvents)[number],
  EvaluationObserved
>;
export type EvaluationArgs = { context: EvaluationContext; event: EvaluationEvent };

/** The assessors whose seat counts: neither recused nor replaced. */
export const sittingAssessors = (context: EvaluationContext): readonly Assessor[] =>
  context.assessors.filter((a) => a.stage === 'named' || a.stage === 'declared');

/** The lead assessor: the one named first, of those who sit. */
export const leadAssessor = (context: EvaluationContext): Assessor | undefined =>
  sittingAssessors(context)[0];

/** The assessors who have not yet locked their sheet. */
export const withOpenSheet = (context: EvaluationContext): readonly Assessor[] =>
  sittingAssessors(context).filter((a) => !context.sheets[a.personId]?.locked);

/** The assessors whom the lead may ask to step back now: their names were shown lately, and their sheet is open. */
export const challengeable = (
  context: EvaluationContext,
  now: { readonly at: string; readonly calendar: Calendar },
): readonly Assessor[] =>
  withOpenSheet(context).filter(
    (a) =>
      !a.recusalAsked &&
      a.shownAt !== undefined &&
      localDate(now.at, now.calendar) <=
        addWorkingDays(now.calendar, localDate(a.shownAt, now.calendar), recusalDays),
  );

/** Those of whom the lead asked it and the director has not answered. */
export const recusalsAsked = (context: EvaluationContext): readonly Assessor[] =>
  sittingAssessors(context).filter((a) => a.recusalAsked);

/** Seats that somebody left and nobody has filled. */
export const vacantSeats = (context: EvaluationContext): readonly Assessor[] =>
  context.assessors.filter((a) => a.stage === 'recused');
