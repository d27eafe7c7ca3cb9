import type { Lifecycle, Wait } from '../lifecycle.ts';
import { evaluationEvents } from './events.ts';
import {
  type EvaluationContext,
  type EvaluationObserved,
  evaluationSystemEvents,
  leadAssessor,
  recusalsAsked,
  sittingAssessors,
  vacantSeats,
  withOpenSheet,
} from './facts.ts';
import { evaluationMachine } from './machine.ts';
import { evaluationRequirements } from './requirements.ts';
import { fewestAssessors } from './team-requirements.ts';

/** For whom an evaluation waits in each state. */
function waits(state: string, context: EvaluationContext): readonly Wait[] {
  switch (state) {
    case 'planned':
      return [{ role: 'manager', event: 'announce' }];
    case 'announced':
      return [
        { role: 'lead', event: 'start_self_assessment', deadline: 'selfAssessmentDays' },
        ...teamWaits(context),
      ];
    case 'self_assessing':
      return [
        {
          role: 'lead',
          event: 'submit_self_assessment',
          deadline: context.returned === null ? 'selfAssessmentDays' : 'materialDays',
        },
        ...teamWaits(context),
      ];
    case 'material_check':
      return [{ role: 'manager', event: 'pass_material', deadline: 'visit' }, ...teamWaits(context)];
    case 'onsite':
      return [...visitWaits(context), ...teamWaits(context)];
    case 'scoring':
      return scoringWaits(context);
    case 'moderating':
      return [{ role: 'director', event: 'finalise' }];
    case 'appealed':
      return [{ role: 'supervisor', event: 'reject_appeal', deadline: 'appealReviewDays' }];
    default:
      return [];
  }
}

function teamWaits(context: EvaluationContext): readonly Wait[] {
  const undeclared = sittingAssessors(context).filter((a) => a.stage === 'named');
  const short = vacantSeats(context).length > 0 && !fitToJudge(context);
  const asked = recusalsAsked(context).length > 0;
  return [
    ...(asked ? [{ role: 'director', event: 'answer_recusal', deadline: 'visit' } as const] : []),
    ...undeclared.map(
      (a): Wait => ({ role: 'assessor', personId: a.personId, event: 'declare', deadline: 'visit' }),
    ),
    ...(short ? [{ role: 'manager', event: 'replace_assessor', deadline: 'visit' } as const] : []),
  ];
}

const fitToJudge = (context: EvaluationContext): boolean =>
  sittingAssessors(context).length >= fewestAssessors &&
  sittingAssessors(context).some((a) => a.readsAccounts);

function visitWaits(context: EvaluationContext): readonly Wait[] {
  const visitor = leadAssessor(context);
  return visitor === undefined || visitor.stage !== 'declared'
    ? []
    : [{ role: 'assessor', personId: visitor.personId, event: 'record_visit', deadline: 'visit' }];
}

function scoringWaits(context: EvaluationContext): readonly Wait[] {
  const open = withOpenSheet(context);
  const ready = open.length === 0 && recusalsAsked(context).length === 0;
  if (ready && fitToJudge(context)) return [{ role: 'manager', event: 'close_scoring' }];
  return [
    ...teamWaits(context),
    ...open
      .filter((a) => a.stage === 'declared')
      .map((a): Wait => ({ role: 'assessor', personId: a.personId, event: 'score' })),
  ];
}

/** Evaluation 评估 (table 3 of the lifecycles). */
export const evaluation: Lifecycle<EvaluationContext, EvaluationObserved> = {
  name: 'evaluation',
  version: 1,
  machine: evaluationMachine,
  requirements: evaluationRequirements,
  events: evaluationEvents,
  systemEvents: evaluationSystemEvents,
  timers: {},
  tones: {
    planned: 'neutral',
    announced: 'waiting',
    self_assessing: 'waiting',
    material_check: 'waiting',
    onsite: 'waiting',
    scoring: 'waiting',
    moderating: 'waiting',
    result_notice: 'waiting',
    appealed: 'attention',
    confirmed: 'good',
    non_participation: 'stopped',
    cancelled: 'stopped',
  },
  road: [
    'planned',
    'announced',
    'self_assessing',
    'material_check',
    'onsite',
    'scoring',
    'moderating',
    'result_notice',
    'confirmed',
  ],
  standsAt: { appealed: 'result_notice' },
  quiet: ['save_sheet'],
  waits,
  readBy: ['lead', 'staff', 'finance', 'manager', 'director', 'assessor', 'supervisor'],
  columns: (context) => ({
    number: context.number,
    kind: context.kind,
    score: context.result?.participated ? context.result.score : null,
    responsibleId: context.responsibleId,
  }),
  assigned: (context) => sittingAssessors(context).map((a) => ({ role: 'assessor', personId: a.personId })),
};
