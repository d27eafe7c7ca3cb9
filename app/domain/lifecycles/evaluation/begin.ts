import type { Calendar } from '../../calendar.ts';
import type { Settings } from '../../settings.ts';
import type { EvaluationContext, EvaluationKind } from './facts.ts';

/** What is known of an evaluation when it is planned. Nothing runs yet: its clock starts with the announcement. */
export function beginEvaluation(start: {
  readonly calendar: Calendar;
  readonly at: string;
  readonly settings: Settings;
  readonly kind: EvaluationKind;
  readonly responsibleId: string | null;
  /** Why a special evaluation was opened. */
  readonly purpose?: string;
}): EvaluationContext {
  return {
    deadlines: {},
    late: [],
    recused: [],
    settings: start.settings,
    kind: start.kind,
    purpose: start.purpose ?? null,
    number: null,
    responsibleId: start.responsibleId,
    rubric: null,
    assessors: [],
    visitOn: null,
    deskOnlyAllowed: false,
    selfAssessmentExtended: false,
    selfAssessment: null,
    evidence: {},
    returned: null,
    visit: null,
    sheets: {},
    panelScore: null,
    disputed: [],
    mustHaves: {},
    adjustments: [],
    discussion: null,
    result: null,
    appeals: [],
    revisions: [],
    noticeLeft: null,
    confirmedAt: null,
  };
}
